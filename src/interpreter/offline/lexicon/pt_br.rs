//! Brazilian Portuguese, folded: lower case, no accents.

use super::{Lexicon, Role};
use crate::interpreter::Act;
use crate::order::Amount;

pub(super) static LEXICON: Lexicon = Lexicon {
    phrases: PHRASES,
    numbers: NUMBERS,
    short_forms: &[("refri", "refrigerante"), ("refris", "refrigerantes"), ("gde", "grande"), ("med", "media"), ("peq", "pequena"), ("muss", "mussarela")],
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
    courtesies: &[
        "por favor", "por gentileza", "porfa", "obrigado", "obrigada", "muito obrigado", "muito obrigada", "brigado", "brigada", "valeu", "ai", "e", "entao", "bom", "ah", "oh", "ne", "ta", "agora", "ja", "moco", "moca", "amigo", "amiga", "querido", "querida", "hoje", "por enquanto", "por hoje", "entao ta", "olha", "eu", "mas", "so", "mesmo", "alexa", "pra mim", "para mim", "viu", "hein", "gente", "cara", "logo", "la",
    ],
    yes: YES,
    no: NO,
    parted_phrases: &[("deixa", "fora"), ("deixe", "fora")],
    article_counts: true,
    sides: &["acompanhamento", "acompanhamentos", "porcao", "porcoes", "entrada", "entradas", "guarnicao", "guarnicoes", "petisco", "petiscos"],
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

const PHRASES: &[(Role, &[&str])] = &[
    (Role::Article, &["um", "uma", "uns", "umas"]),
    (
        Role::Amount(Amount::Extra),
        &[
            "extra", "extras", "bastante", "bastantes", "muito", "muita", "muitos", "muitas", "mais", "dobro", "dobro de", "o dobro de", "dobrado", "dobrada", "em dobro", "duplo", "dupla", "duplos", "reforcado", "reforcada", "caprichado", "caprichada", "caprichado no", "caprichada no", "caprichado na", "caprichada na", "capricha no", "capricha na", "capricha nos", "capricha nas", "capricha",
            "capriche no", "capriche na", "caprichando no", "caprichando na", "carregado no", "carregada no", "carregado na", "carregada na", "um monte de", "monte de", "cheia de", "cheio de", "lotada de", "lotado de", "com mais", "adicional", "adicional de", "porcao extra de", "extra de", "reforco de", "reforca no", "reforca na", "bem caprichado", "um pouco mais de", "um pouquinho mais de", "muito mais", "a mais", "de sobra", "com bastante", "uma quantidade extra de", "bem carregada no", "bem carregado no", "um tanto a mais de",
        ],
    ),
    (
        Role::Amount(Amount::Light),
        &[
            "pouco", "pouca", "poucos", "poucas", "pouquinho", "pouquinha", "pouquinho de", "um pouco de", "um pouco", "so um pouco de", "so um pouco", "um pouquinho", "um pouquinho de", "so um pouquinho", "so um pouquinho de", "apenas um pouco de", "bem pouco", "bem pouca", "bem pouquinho", "bem pouquinho de", "menos", "um fio de", "fio de", "um toque de", "toque de", "uma pitada de", "pitada de", "um tiquinho de", "tiquinho de", "so um tiquinho de", "um cadinho de", "um tico de", "nao muito", "nao muita", "nao muitos", "nao muitas", "sem muito", "sem muita", "sem muitos", "sem muitas", "sem exagerar no", "sem exagerar na", "leve no", "leve na", "pega leve no", "pega leve na", "pegar leve no", "pegar leve na", "maneira no", "maneira na", "com pouco", "com pouca", "um restinho de", "uma gota de", "um fiozinho de", "quase nada de", "quase sem", "de leve", "so uma pitada de",
        ],
    ),
    (
        Role::Negation,
        &[
            "sem", "sem o", "sem a", "sem os", "sem as", "sem nenhum", "sem nenhuma", "sem nada de", "nada de", "nao quero", "nao queria", "eu nao quero", "nao poe", "nao ponha", "nao por", "nao coloca", "nao coloque", "nao bota", "nao bote", "nao precisa", "nao precisa de", "nao precisa por", "nao precisa colocar", "nao preciso de", "nao inclui", "nao inclua", "dispenso", "dispensa", "dispense", "dispenso o", "dispenso a", "nao gosto de", "nao curto", "odeio", "detesto", "nao pode ter", "nao pode", "nao como", "nao vai", "nao tem", "evita", "evite", "evitar", "deixa de fora", "deixa fora", "deixe fora", "deixe de fora", "nem", "nem o", "nem a", "tampouco", "sou alergico a", "sou alergica a", "tenho alergia a", "alergico a", "alergica a", "alergia a", "que nao tenha", "que nao leve", "que nao tem", "nao leva", "nao adiciona", "nao adicione", "livre de", "s", "sem adicionar", "sem colocar", "sem por", "sem ter", "nao e para colocar", "nao e pra colocar", "nao e pra por", "nao use", "nao usa",
        ],
    ),
    (Role::Correction, &["nao"]),
    (Role::And, &["e", "&", "+", "mais", "e mais", "tambem", "e tambem", "alem de", "e ainda", "junto com", "e depois", "e um pouco", "acompanhado de", "acompanhada de", "ai", "e ai", "e por fim"]),
    (Role::But, &["mas", "menos", "exceto", "fora", "tirando"]),
    (Role::Or, &["ou", "nem", "e nem", "ou de"]),
    (
        Role::With,
        &[
            "com", "que tenha", "que tem", "que leve", "que leva", "que venha com", "recheada de", "recheada com", "recheado de", "recheado com", "coberta com", "coberta de", "coberto com", "coberto de", "levando", "contendo", "incluindo", "de cobertura", "na cobertura", "de recheio", "no recheio", "de sabor", "sabor", "sabores", "no sabor", "dos sabores", "nos sabores", "c", "todas de", "todos de", "todas com", "todos com", "que seja de", "feita com", "feito com", "por cima",
        ],
    ),
    (Role::Of, &["de", "do", "da", "dos", "das"]),
    (Role::The, &["o", "a", "os", "as", "meu", "minha", "meus", "minhas", "nosso", "nossa"]),
    (Role::That, &["esse", "essa", "esses", "essas", "este", "esta", "estes", "estas", "isso", "isto", "aquele", "aquela", "aqueles", "aquelas", "desse", "dessa", "desses", "dessas", "deste", "desta", "destes", "destas", "nesse", "nessa", "nesses", "nessas", "neste", "nesta", "aquilo", "disso", "daquele", "daquela", "daqueles", "daquelas", "nisso"]),
    (Role::It, &["ela", "ele", "elas", "eles", "nela", "nele", "nelas", "neles", "dela", "dele"]),
    (Role::Only, &["so", "somente", "apenas", "unicamente", "so com", "vai so", "so de"]),
    (Role::For, &["para", "pra", "pro", "como", "de", "pras", "pros"]),
    (Role::Into, &["por", "pra", "para", "pro", "pela", "pelo", "em"]),
    (Role::On, &["em", "no", "na", "nos", "nas", "num", "numa", "da", "do", "das", "dos", "de"]),
    (Role::Topping, &["cobertura", "coberturas", "sabor", "sabores", "ingrediente", "ingredientes", "adicional", "adicionais", "recheio", "recheios"]),
    (Role::Portion, &["dose", "doses", "fatia", "fatias", "camada", "camadas", "colher", "colheres", "pitada", "pitadas", "bola", "bolas", "porcao", "porcoes", "pedaco", "pedacos", "sache", "saches", "jato", "jatos"]),
    (
        Role::Measure,
        &["porcao", "porcoes", "saco", "sacos", "pacote", "pacotes", "copo", "copos", "xicara", "xicaras", "prato", "pratos", "cesta", "balde", "caixa", "caixas", "garrafa", "garrafas", "lata", "latas", "latinha", "latinhas", "jarra", "jarras", "potinho", "pote", "potes", "unidade", "unidades"],
    ),
    (Role::Aside, &["a parte", "separado", "separada", "separados", "separadas", "de acompanhamento", "como acompanhamento", "para acompanhar", "pra acompanhar", "do lado", "de lado", "ao lado", "de entrada", "como entrada"]),
    (
        Role::Want,
        &[
            "quero", "eu quero", "queria", "eu queria", "gostaria", "gostaria de", "eu gostaria", "eu gostaria de", "quero pedir", "queria pedir", "gostaria de pedir", "vou querer", "eu vou querer", "vou pedir", "eu vou pedir", "vou levar", "vou de", "eu vou de", "me ve", "ve", "ve ai", "me ve ai", "ve pra mim", "ve para mim", "me da", "me de", "da", "me manda", "manda", "manda ai", "me manda ai", "mande", "me mande", "me traz", "traz", "traga", "me traga", "pode ser", "pode mandar uma", "pode me dar", "pode me mandar", "pode trazer", "poderia", "voce pode", "da pra", "da para", "tem como", "faz", "faca", "me faz", "faz ai", "faz pra mim", "prepara", "preciso de", "preciso", "desejo", "eu desejo", "pedir", "pedido", "fazer um pedido", "fazer um pedido de", "anota", "anota ai", "anote", "separa", "separa ai", "serve", "me serve", "passa", "me passa", "me arruma", "arruma", "solta", "solta ai", "desce", "desce ai", "sai", "arranja", "me arranja", "querer", "eu prefiro", "prefiro", "topo", "que tal", "vai", "vai querer", "vamos de", "vamos querer", "queremos", "a gente quer", "a gente vai querer", "fecha", "aceito", "escolho", "pego", "vou pegar", "comeca com", "ponha na conta", "me vende", "me prepara",
        ],
    ),
    (Role::Add, &["poe", "ponha", "por favor poe", "poe ai", "poe tambem", "poe mais", "bota", "bota ai", "bote", "bota mais", "coloca", "coloca ai", "coloque", "coloca mais", "colocar", "adiciona", "adicione", "adicionar", "acrescenta", "acrescente", "acrescentar", "inclui", "inclua", "incluir", "inclui ai", "junta", "junta ai", "pode por", "pode colocar", "pode botar", "pode incluir", "pode adicionar", "soma", "completa com"]),
    (
        Role::Remove,
        &["tira", "tire", "tirar", "pode tirar", "retira", "retire", "retirar", "remove", "remova", "remover", "exclui", "exclua", "excluir", "apaga", "apague", "deleta", "corta", "corte", "elimina", "cancela", "cancele", "cancelar", "desiste", "desisto de", "nao quero mais", "eu nao quero mais", "nao queria mais", "descarta", "esquece", "esqueca", "larga", "some com", "abro mao de", "risca", "desconta", "deixa pra la", "deixa quieto", "diminui", "suprime"],
    ),
    (Role::Change, &["muda", "mude", "mudar", "altera", "altere", "alterar", "modifica", "modificar", "deixa", "deixe", "deixar", "passa", "passe", "passar", "transforma", "faz ela", "faz ele", "aumenta", "aumente", "aumentar", "diminui", "atualiza", "corrige", "corrija", "ajusta", "vira", "na verdade e", "quero que seja", "que seja", "melhor", "tem que ser", "deve ser"]),
    (Role::Replace, &["troca", "troque", "trocar", "troca ai", "pode trocar", "substitui", "substitua", "substituir", "inverte"]),
    (Role::InsteadOf, &["em vez de", "em vez da", "em vez do", "em vez", "ao inves de", "ao inves da", "ao inves do", "ao inves", "no lugar de", "no lugar da", "no lugar do", "inves de", "em lugar de", "em lugar da", "em lugar do", "invez de", "ao invez de"]),
    (Role::Instead, &["em vez disso", "no lugar", "no lugar disso", "ao inves disso", "em troca"]),
    (
        Role::Correction,
        &[
            "desculpa", "desculpe", "perdao", "quer dizer", "quero dizer", "digo", "alias", "ou melhor", "melhor dizendo", "na verdade", "perai", "pera", "pera ai", "espera", "espera ai", "espere", "opa", "ops", "epa", "nao nao", "nao desculpa", "nao desculpe", "nao perai", "nao espera", "nao pera", "corrigindo", "me enganei", "errei", "falei errado", "nao quer dizer", "nao na verdade", "nao alias", "desculpa nao", "isto e", "ou seja", "pensando bem", "mudei de ideia", "nao melhor", "melhor nao", "nao e", "minto", "nao so", "nao apenas", "nao digo", "nao opa", "foi mal", "troquei",
        ],
    ),
    (Role::Half, &["meia", "meio", "metade", "meia de", "metade de", "metade com", "na metade", "em metade", "na outra metade", "outra metade", "a outra metade", "a outra metade de", "outra metade de", "numa metade", "uma metade de", "uma metade", "de um lado", "do outro lado", "do outro", "outra meia", "e meia", "1/2", "meia com", "uma parte de", "outra parte de"]),
    (Role::HalfAndHalf, &["meio a meio", "meia a meia", "meio a meio de", "meio e meio", "meia e meia", "meio meio", "meia meia", "metade metade", "metade e metade", "dois sabores", "de dois sabores", "com dois sabores"]),
    (Role::Other, &["outra", "a outra", "outro", "o outro", "as outras", "os outros", "a outra de", "o resto", "uma delas", "um deles"]),
    (Role::Another, &["mais um", "mais uma", "outro", "outra", "mais outra", "mais outro", "outra vez", "de novo", "mais um de", "mais uma de", "repete", "repete a", "repete o", "repetir", "outra dose de"]),
    (Role::Ordinal(1), &["primeira", "primeiro", "a primeira", "o primeiro"]),
    (Role::Ordinal(2), &["segunda", "segundo", "a segunda", "o segundo"]),
    (Role::Ordinal(3), &["terceira", "terceiro", "a terceira", "o terceiro"]),
    (Role::Ordinal(4), &["quarta", "quarto", "a quarta", "o quarto"]),
    (Role::Ordinal(5), &["quinta", "quinto", "a quinta", "o quinto"]),
    (Role::Last, &["ultima", "ultimo", "a ultima", "o ultimo"]),
    (Role::All, &["todas", "todos", "todas elas", "todos eles", "ambas", "ambos", "as duas", "os dois", "as tres", "os tres", "cada uma", "cada um", "todas as", "todos os"]),
    (Role::Everything, &["tudo", "o pedido todo", "o pedido inteiro", "pedido inteiro", "pedido todo", "isso tudo", "tudo isso"]),
    (Role::Adjective, ADJECTIVES),
    (Role::Chat, CHAT),
    (Role::Filler, &["eh", "ee", "eee", "eeh", "ah", "ahn", "ahm", "aham", "hum", "humm", "hmm", "hm", "uh", "uhm", "ham ham", "ne", "tipo", "tipo assim", "assim", "sabe", "entao", "bom", "tipo um", "deixa eu ver", "deixa ver", "vamos ver", "deixe me ver", "ai meu deus", "olha", "veja", "viu", "ta", "hein", "oh", "oba", "uai", "cara", "mano", "meu", "ixi", "eita", "mm", "mmm", "eee", "eeee", "ehh", "aa", "aaa", "aah"]),
];

const ADJECTIVES: &[&str] = &[
    "grelhado", "grelhada", "frito", "frita", "fritas", "assado", "assada", "fresco", "fresca", "quente", "frio", "fria", "gelado", "gelada", "gelados", "geladas", "picante", "doce", "vermelho", "vermelha", "verde", "branco", "branca", "preto", "preta", "amarelo", "amarela", "roxo", "roxa", "grande", "grandes", "pequeno", "pequena", "crocante", "simples", "normal", "tradicional", "tradicionais", "classico", "classica", "caseiro", "caseira", "bem passado", "bem passada", "mal passado", "ao ponto", "derretido", "ralado", "ralada", "picado", "picada", "cozido", "cozida", "cru", "crua", "inteiro", "inteira", "bom", "boa", "gostoso", "gostosa", "novo", "nova", "alto", "alta", "tamanho", "tipo", "sabor", "medio", "media", "duplo", "dupla", "especial", "pronto", "pronta", "natural", "leve", "fino", "fina", "grosso", "grossa", "seco", "seca", "recheado", "recheada", "desfiado", "desfiada", "defumado", "temperado", "mesmo", "mesma", "bebida", "combo", "delicia", "deliciosa", "delicioso",
];

const CHAT: &[&str] = &[
    "eu", "voce", "voces", "nos", "tu", "me", "mim", "te", "se", "lhe", "gente", "a gente", "que", "quem", "qual", "quais", "quando", "onde", "como", "porque", "por que", "pois", "e que", "ser", "sera", "sao", "foi", "era", "estou", "esta", "estao", "to", "ta bom", "tudo bem", "tem", "ter", "tenho", "tinha", "ha", "vou", "vamos", "ir", "iria", "indo", "fazer", "fazendo", "pedindo", "querendo", "pode", "posso", "podem", "por favor", "por gentileza", "favor", "porfa", "pfv", "pfvr", "obrigado", "obrigada", "brigado", "brigada", "muito obrigado", "muito obrigada", "valeu", "agradeco", "oi", "ola", "alo", "bom dia", "boa tarde", "boa noite", "oi boa noite", "tudo bom", "beleza", "opa tudo bem", "oie", "senhor", "senhora", "moco", "moca", "amigo", "amiga", "querido", "querida", "chefe", "parceiro", "hoje", "agora", "ja", "ainda", "sempre", "nunca", "amanha", "aqui", "ali", "la", "cima", "em cima", "embaixo", "dentro", "fora", "perto", "longe", "porem", "se", "caso", "bem", "mal", "muito bem", "certo", "certinho", "sim", "claro", "ok", "okay", "isso ai", "por mim", "pra mim", "para mim", "pra nos", "pra gente", "para viagem", "pra viagem", "pra entrega", "para entrega", "pra levar", "pra comer", "para comer", "pra beber", "para beber", "de beber", "pra jantar", "no jantar", "no almoco", "casa", "familia", "filho", "filha", "filhos", "mulher", "marido", "esposa", "esposo", "criancas", "crianca", "fome", "com fome", "morrendo de fome", "alguma", "algum", "algumas", "alguns", "nenhum", "nenhuma", "coisa", "coisas", "algo", "nada", "mais nada", "so isso", "e so isso", "isso", "e isso", "so", "mesmo", "mesma", "tal", "tanto", "tao", "quase", "depois", "antes", "primeiro", "enfim", "por fim", "junto", "junta", "tambem", "ate", "entre", "sobre", "contra", "desde", "acho", "acho que", "eu acho", "eu acho que", "gosto", "gosto de", "adoro", "amo", "pedido", "pedidos", "meu pedido", "um pedido", "o pedido", "no pedido", "do pedido", "cardapio", "loja", "restaurante", "pizzaria", "entrega", "delivery", "retirada", "nome", "numero", "telefone", "cliente", "vez", "vezes", "hora", "minuto", "um minuto", "so um minuto", "um momento", "um instante", "rapidinho", "la em casa", "sabor", "conta", "dar", "da", "dando", "ver", "vendo", "veja", "querer", "quer", "queira", "vem", "venha", "vir", "vindo", "fica", "fique", "ficar", "seria", "seriam", "eram", "estava", "estar", "sendo", "sido", "feito", "feita", "vao", "as vezes", "com certeza", "na hora", "no capricho", "capricho", "por enquanto", "por hoje", "ne", "aqui em casa", "cada", "todo", "toda", "todinha", "inteirinha", "ao todo", "no total", "sei", "saber", "vontade", "to com vontade de", "estou com vontade de", "com vontade de", "desejando", "imagina", "por ai", "ai", "la", "ha", "perfeito", "otimo", "maravilha", "show", "blz", "vc", "vcs", "tb", "tbm", "q", "p", "n",
];

const ACTS: &[(Act, &[&str])] = &[
    (
        Act::Done,
        &[
            "so isso", "e so isso", "so isso mesmo", "e so isso mesmo", "e so", "so", "so mesmo", "isso so", "mais nada", "nada mais", "nao quero mais nada", "nao mais nada", "nao so isso", "nao e so isso", "nao e so", "por enquanto e so", "por enquanto e so isso", "por enquanto so isso", "por hoje e so", "e isso", "e isso ai", "e isso mesmo", "e so por hoje", "e so por enquanto", "seria so isso", "seria isso", "so isso por enquanto", "pode fechar", "pode fechar o pedido", "fecha o pedido", "fecha a conta", "fechar o pedido", "fechar pedido", "quero fechar", "quero fechar o pedido", "fecha pra mim", "finaliza", "finalizar", "finaliza o pedido", "finalizar o pedido", "pode finalizar", "terminei", "acabei", "acabou", "ja terminei", "ja acabei", "ja e isso", "ja e so", "esta bom assim", "ta bom assim", "assim ta bom", "ja ta bom", "ta otimo assim", "nada", "basta", "chega", "encerra o pedido", "encerrar o pedido", "concluir", "concluir o pedido", "conclui o pedido", "era so isso", "era isso", "so essas", "so esses", "so essa", "so esse", "nao obrigado so isso", "nao obrigada so isso", "isso e tudo", "e tudo", "tudo isso", "nao preciso de mais nada", "mais nada nao", "so isso ai", "isso ai so",
        ],
    ),
    (
        Act::Status,
        &[
            "cade meu pedido", "cade o meu pedido", "cade o pedido", "cade minha pizza", "cade a minha pizza", "cade a pizza", "cade minha comida", "cade a comida", "cade a minha comida", "cade", "onde esta meu pedido", "onde esta o meu pedido", "onde ta meu pedido", "onde ta o meu pedido", "onde esta minha pizza", "onde ta minha pizza", "onde esta a minha comida", "onde ta a minha comida", "onde anda meu pedido", "onde anda minha pizza", "meu pedido", "status do pedido", "status do meu pedido", "qual o status", "qual e o status", "como esta meu pedido", "como esta o meu pedido", "como ta meu pedido", "como ta o meu pedido", "como anda meu pedido", "acompanhar pedido", "acompanhar meu pedido", "acompanhar o pedido", "rastrear pedido", "rastrear meu pedido", "meu pedido ja saiu", "ja saiu meu pedido", "ja saiu o pedido", "ja saiu", "o pedido ja saiu", "saiu pra entrega", "meu pedido esta pronto", "meu pedido ta pronto", "ta pronto", "esta pronto", "ja ta pronto", "ja esta pronto", "ja ta chegando", "ta chegando", "esta chegando", "quanto tempo falta", "falta quanto tempo", "falta muito", "vai demorar", "vai demorar muito", "ta demorando", "esta demorando", "demora muito", "quanto tempo demora", "quando chega", "quando vai chegar", "que horas chega", "que horas vai chegar", "a que horas chega", "meu pedido nao chegou", "minha pizza nao chegou", "nao chegou ainda", "ainda nao chegou", "e meu pedido", "e o meu pedido", "e a minha pizza", "e minha pizza", "cade o entregador", "onde esta o entregador", "onde ta o entregador", "cade o motoboy", "onde ta o motoboy", "cade a entrega", "ver meu pedido chegando", "novidade do meu pedido", "status",
        ],
    ),
    (
        Act::Cancel,
        &[
            "cancela", "cancele", "cancelar", "cancela tudo", "cancelar tudo", "cancela o pedido", "cancela meu pedido", "cancela o meu pedido", "cancela esse pedido", "cancelar o pedido", "cancelar pedido", "cancelar meu pedido", "cancele o pedido", "cancele meu pedido", "cancele tudo", "cancela isso", "quero cancelar", "queria cancelar", "quero cancelar o pedido", "quero cancelar meu pedido", "preciso cancelar", "preciso cancelar o pedido", "preciso cancelar meu pedido", "pode cancelar", "pode cancelar o pedido", "pode cancelar tudo", "gostaria de cancelar", "gostaria de cancelar o pedido", "gostaria de cancelar meu pedido", "desisto", "desisti", "desisti do pedido", "desisto do pedido", "nao quero mais", "nao quero mais o pedido", "nao quero mais pedir", "esquece", "esquece o pedido", "esquece tudo", "esquece isso", "deixa pra la", "deixa para la", "deixa quieto", "anula", "anula o pedido", "anular o pedido", "suspende o pedido", "vou querer cancelar", "da pra cancelar", "da para cancelar", "tem como cancelar",
        ],
    ),
    (
        Act::StartOver,
        &[
            "comeca de novo", "comecar de novo", "comecar do zero", "comeca do zero", "recomeca", "recomecar", "do zero", "de novo do comeco", "do comeco", "do inicio", "vamos comecar de novo", "vamos recomecar", "vamos comecar do zero", "quero comecar de novo", "quero recomecar", "zera", "zera tudo", "zerar", "zera o pedido", "zerar o pedido", "zera ai", "limpa tudo", "limpa o pedido", "limpa o carrinho", "limpar tudo", "limpar o pedido", "esvazia o carrinho", "esvaziar o carrinho", "apaga tudo", "apagar tudo", "tira tudo", "tirar tudo", "pode tirar tudo", "remove tudo", "remover tudo", "retira tudo", "exclui tudo", "novo pedido", "pedido novo", "fazer outro pedido", "refazer o pedido", "refazer pedido", "refaz o pedido", "reinicia", "reiniciar", "reinicia o pedido", "recomeca o pedido", "joga tudo fora",
        ],
    ),
    (
        Act::Review,
        &[
            "o que eu pedi", "o que eu pedi ate agora", "o que ja pedi", "o que eu ja pedi", "que que eu pedi", "o que pedi", "o que tem no pedido", "o que tem no meu pedido", "o que ta no pedido", "o que ta no meu pedido", "o que esta no meu pedido", "o que tem no carrinho", "o que ta no carrinho", "o que tem ate agora", "qual e o meu pedido", "qual e meu pedido", "qual o meu pedido", "qual meu pedido", "le o pedido", "le meu pedido", "le o meu pedido", "leia o pedido", "leia meu pedido", "repete o pedido", "repete meu pedido", "repete o meu pedido", "repita o pedido", "repita meu pedido", "revisar", "revisa", "revisa o pedido", "revisar o pedido", "revisar pedido", "resumo", "resumo do pedido", "resume o pedido", "confere o pedido", "conferir o pedido", "confere pra mim", "como ficou", "como ficou o pedido", "como ficou meu pedido", "como ta ficando o pedido", "quanto deu", "quanto ficou", "quanto e", "quanto fica", "quanto vai dar", "quanto vai ficar", "quanto ta dando", "qual o total", "qual e o total", "qual o valor", "qual e o valor", "quanto custa", "quanto ta", "quanto esta", "meu pedido ate agora", "o que voce anotou", "o que anotou", "o que voce tem anotado", "mostra o pedido", "mostra meu pedido", "fala meu pedido", "fala o pedido",
        ],
    ),
    (
        Act::Menu,
        &[
            "o que tem", "o que que tem", "que que tem", "o que voces tem", "o que voce tem", "o que vcs tem", "o que tem ai", "o que tem hoje", "o que tem pra hoje", "o que tem no cardapio", "o que tem no menu", "o que tem pra comer", "o que tem pra beber", "o que tem de bom", "o que voces vendem", "o que vende", "o que vendem", "o que voces servem", "cardapio", "o cardapio", "menu", "o menu", "le o cardapio", "leia o cardapio", "me fala o cardapio", "fala o cardapio", "diz o cardapio", "me diz o cardapio", "quero ouvir o cardapio", "quero ver o cardapio", "queria ver o cardapio", "ver o cardapio", "ver cardapio", "mostra o cardapio", "me mostra o cardapio", "quais as opcoes", "quais sao as opcoes", "quais opcoes", "que opcoes", "que opcoes tem", "quais sabores", "quais os sabores", "quais sao os sabores", "que sabores", "que sabor", "quais pizzas", "que pizzas", "quais bebidas", "que bebidas", "quais os tamanhos", "quais tamanhos", "que tamanhos", "o que posso pedir", "o que eu posso pedir", "o que da pra pedir", "que tipo de", "que tipos de", "quais tipos", "tem o que", "tem o que ai", "o que recomenda", "o que voce recomenda", "o que voces recomendam", "o que sugere", "sugestao", "sugestoes", "alguma sugestao", "promocao", "tem promocao", "alguma promocao", "quais sao os pratos", "quais os pratos", "o que mais tem", "que mais tem",
        ],
    ),
    (
        Act::Help,
        &["ajuda", "me ajuda", "me ajude", "preciso de ajuda", "quero ajuda", "socorro", "como funciona", "como e que funciona", "como faco", "como faco pra pedir", "como faco para pedir", "como eu peco", "como peco", "como pedir", "o que eu falo", "o que posso falar", "o que eu posso falar", "o que posso dizer", "o que eu digo", "o que voce faz", "o que voce sabe fazer", "nao entendi nada", "nao sei o que fazer", "to perdido", "to perdida", "quem e voce", "instrucoes", "como usa", "como e que eu faco"],
    ),
    (
        Act::Repeat,
        &["repete", "repita", "repetir", "repete por favor", "pode repetir", "poderia repetir", "repete isso", "repete ai", "repete de novo", "fala de novo", "fala outra vez", "fale de novo", "diz de novo", "diga de novo", "de novo", "outra vez", "mais uma vez", "como e", "como", "como assim", "o que voce disse", "o que disse", "o que voce falou", "o que foi", "o que foi que voce disse", "nao entendi", "nao ouvi", "nao escutei", "nao peguei", "desculpa nao entendi", "desculpe nao entendi", "que", "o que", "oi nao entendi", "hein", "pode falar de novo", "pode dizer de novo", "perdao nao entendi"],
    ),
    (
        Act::Stop,
        &["para", "pare", "parar", "parou", "sair", "sai", "tchau", "adeus", "ate logo", "ate mais", "ate mais tarde", "falou", "fim", "encerra", "encerrar", "fechar", "chega por hoje", "cala a boca", "cala boca", "quieta", "silencio", "desliga", "desligar", "tchau tchau", "tchauzinho", "vou desligar", "quero sair", "ate amanha"],
    ),
    (
        Act::Greet,
        &["oi", "ola", "alo", "bom dia", "boa tarde", "boa noite", "opa", "e ai", "oi tudo bem", "ola tudo bem", "tudo bem", "tudo bom", "oi tudo bom", "eae", "salve", "fala", "oie", "oi oi", "como vai", "como voce esta", "beleza"],
    ),
];

const YES: &[&str] = &[
    "sim", "isso", "isso mesmo", "isso ai", "e isso", "e isso ai", "e isso mesmo", "claro", "claro que sim", "com certeza", "certeza", "certo", "ta certo", "esta certo", "certinho", "correto", "esta correto", "ta correto", "exato", "exatamente", "ok", "okay", "ta", "ta bom", "esta bom", "ta otimo", "ta ok", "tudo certo", "tudo ok", "beleza", "blz", "fechou", "fechado", "combinado", "pode", "pode sim", "pode ser", "pode mandar", "pode mandar sim", "pode mandar ver", "manda", "manda ver", "manda bala", "manda ai", "pode enviar", "pode pedir", "pode confirmar", "pode fazer", "pode ir", "pode prosseguir", "pode fechar", "confirma", "confirmo", "confirmado", "confirmar", "confirma ai", "envia", "quero", "quero sim", "eu quero", "aceito", "perfeito", "otimo", "maravilha", "show", "joia", "positivo", "uhum", "aham", "ahan", "hurrum", "sim por favor", "por favor", "faz isso", "faca isso", "vai", "vai la", "bora", "vamos", "vamos la", "segue", "pode seguir", "e", "e sim", "ta sim", "esta sim", "foi", "foi isso", "sim senhor", "sim senhora", "acho que sim", "de acordo", "concordo", "tranquilo", "suave", "demoro", "legal", "boa", "pode crer", "isso e", "ta valendo", "valendo", "fechado entao",
];

const NO: &[&str] = &[
    "nao", "n", "nao nao", "nao obrigado", "nao obrigada", "nao brigado", "nao valeu", "nao e isso", "nao e", "nao ta", "nao esta", "nao ta certo", "nao esta certo", "ta errado", "esta errado", "errado", "negativo", "de jeito nenhum", "jeito nenhum", "nada disso", "claro que nao", "ainda nao", "agora nao", "hoje nao", "acho que nao", "nao quero", "eu nao quero", "nao pode", "nao manda", "nao mande", "nao faz", "nao faca isso", "nao confirma", "nao precisa", "dispenso", "melhor nao", "nem pensar", "nunca", "espera", "espera ai", "perai", "pera", "pera ai", "calma", "incorreto", "nao senhor", "nao senhora", "que nao", "nenhum", "nenhuma", "nem um", "nao e nao", "nao foi isso",
];
