//! Brazilian Portuguese, folded: lower case, no accents.

mod acts;
mod frames;
mod phrases;
mod sounds;

use self::acts::{ACTS, NO, YES};
use self::frames::{ALLERGIC, ASKING, BEFORE, COMPLAINTS, FRAMES, KINDS, LEADS, METHODS, TAILS, WHOLE};
use self::phrases::PHRASES;
use self::sounds::SOUNDS;
use super::{Lexicon, Role};

pub(in crate::interpreter::offline) static LEXICON: Lexicon = Lexicon {
    phrases: PHRASES,
    numbers: NUMBERS,
    short_forms: &[
        ("refri", "refrigerante"),
        ("refris", "refrigerantes"),
        ("gde", "grande"),
        ("grandona", "grande"),
        ("grandao", "grande"),
        ("med", "media"),
        ("peq", "pequena"),
        ("muss", "mussarela"),
    ],
    synonyms: &[
        ("coca", "coca cola"),
        ("coca cola", "coca"),
        ("batata frita", "fritas"),
        ("batata frita", "batata"),
        ("refrigerante", "refri"),
        ("mussarela", "mucarela"),
        ("mussarela", "mozarela"),
        ("mussarela", "mozzarella"),
        ("calabresa", "linguica calabresa"),
        ("portuguesa", "portuga"),
        ("maionese", "maio"),
    ],
    acts: ACTS,
    courtesies: "por favor, por gentileza, porfa, obrigado, obrigada, muito obrigado, muito obrigada, brigado, \
            brigada, valeu, ai, e, entao, bom, ah, oh, ne, ta, agora, ja, moco, moca, amigo, amiga, \
            querido, querida, na verdade, alias, opa, acho, acho que, eu acho, eu acho que, hoje, por enquanto, por hoje, entao ta, olha, eu, mas, so, mesmo, alexa, \
            pra mim, para mim, viu, hein, gente, cara, logo, la",
    questions: "tem, voces tem, voce tem, vcs tem, sera que tem, ainda tem, existe, quanto, quanto e, quanto custa, quanto ta, \
            quantos, quantas, qual, quais, o que, que tipo, por que, como e, como sao, leva, vem com, a pizza leva, \
            e grande, quando",
    having: "tem, voces tem, voce tem, vcs tem, sera que tem, ainda tem, tem ai, voces vendem, vcs vendem, vendem, vende, \
            existe",
    remarking: "tenho, eu tenho, tinha, gosto, eu gosto, adoro, prefiro, eu prefiro, comi, tomei, ter, tem",
    yes: YES,
    weak_yes: "ok, okay",
    no: NO,
    parted_phrases: &[("deixa", "fora"), ("deixe", "fora")],
    article_counts: true,
    on_holds_article: true,
    accented: &[("e", Role::Restate)],
    asked_of: "tem, leva, levam, vem com",
    frames: FRAMES,
    leads: LEADS,
    tails: TAILS,
    headcount: "pessoas, adultos, convidados, bocas",
    going_on: "e quanto a, que tal, e que tal, e se for, e sobre",
    asking: ASKING,
    kinds: KINDS,
    methods: METHODS,
    allergic: ALLERGIC,
    whole: WHOLE,
    complaints: COMPLAINTS,
    placing: "poe, ponha, bota, bote, coloca, coloque, pode por, pode colocar, pode botar",
    any_will_do: "tanto faz, qualquer, qualquer um, qualquer uma, qualquer um deles, qualquer uma delas, \
            pode ser qualquer um, pode ser qualquer uma, nao importa, voce escolhe, voce que sabe, vc escolhe, \
            escolhe voce, escolhe ai, o que for, a que for, o que tiver, a que tiver, sem preferencia, \
            nao tenho preferencia, me surpreende",
    largest: "maior, maiores, mais grande, grande, grandona, grandao",
    smallest: "menor, menores, mais pequena, mais pequeno, pequena, pequeno, pequenininha, pequenininho",
    before: BEFORE,
    sounds: SOUNDS,
    abandoned: "eu ia, ia querer, ia pedir, eu tava pensando em, eu estava pensando em, pensei em, eu pensei em",
    telling: "grelhado, grelhada, frito, frita, assado, assada, defumado, defumada, cru, crua, seco, seca, picante, \
            doce, azedo, azeda, vermelho, vermelha, verde, branco, branca, preto, preta, amarelo, amarela, roxo, roxa, \
            grelhados, grelhadas, assados, assadas, defumados, defumadas, picantes, vermelhos, vermelhas, verdes, \
            brancos, brancas, pretos, pretas, amarelos, amarelas, roxos, roxas",
    like_numbers: &[("oitu", "oito"), ("tris", "tres"), ("quatru", "quatro")],
    sides: "acompanhamento, acompanhamentos, porcao, porcoes, entrada, entradas, guarnicao, guarnicoes, \
            petisco, petiscos",
};

const NUMBERS: &[(&str, u32)] = &[
    ("dois", 2),
    ("duas", 2),
    ("tres", 3),
    ("quatro", 4),
    ("cinco", 5),
    ("seis", 6),
    ("meia duzia", 6),
    ("meia duzia de", 6),
    ("sete", 7),
    ("oito", 8),
    ("nove", 9),
    ("dez", 10),
    ("uma dezena de", 10),
    ("onze", 11),
    ("doze", 12),
    ("uma duzia", 12),
    ("uma duzia de", 12),
    ("duzia de", 12),
    ("treze", 13),
    ("quatorze", 14),
    ("catorze", 14),
    ("quinze", 15),
    ("dezesseis", 16),
    ("dezessete", 17),
    ("dezoito", 18),
    ("dezenove", 19),
    ("vinte", 20),
    ("trinta", 30),
    ("quarenta", 40),
    ("cinquenta", 50),
    ("sessenta", 60),
    ("setenta", 70),
    ("oitenta", 80),
    ("noventa", 90),
    ("cem", 100),
    ("duzentos", 200),
    ("duzentas", 200),
    ("mil", 1000),
    ("um milhao de", 10_000),
    ("um milhao", 10_000),
    ("um bilhao de", 10_000),
    ("zero", 0),
    ("duas duzias de", 24),
    ("duas duzias", 24),
    ("tres duzias de", 36),
    ("tres duzias", 36),
    ("quatro duzias de", 48),
    ("quatro duzias", 48),
    ("um par de", 2),
    ("par de", 2),
    ("um casal de", 2),
    ("so um", 1),
    ("so uma", 1),
    ("apenas um", 1),
    ("apenas uma", 1),
    ("somente um", 1),
    ("somente uma", 1),
];
