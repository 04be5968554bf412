//! Questions, complaints and wishes about the service, and what they are about.

use super::{Around, Asked, Language, Proposal, draft, read, render_edit};
use crate::interpreter::{Act, Transcript};

fn shown(proposal: &Proposal) -> String {
    let also = proposal.also.iter().map(|question| {
        let alone = Proposal {
            about: question.about.clone(),
            ..Proposal::of(Act::Ask(question.kind), proposal.certainty)
        };
        format!("; {}", shown(&alone))
    });
    let also: String = also.collect();
    let act = match proposal.act {
        Act::Ask(kind) => format!("{kind:?}").to_lowercase(),
        Act::Complain(kind) => format!("{kind:?}!").to_lowercase(),
        act => format!("({act:?})").to_lowercase(),
    };
    let about = &proposal.about;
    let mut parts = vec![act];
    parts.extend(about.items.iter().map(ToString::to_string));
    parts.extend(about.options.iter().map(|option| format!("+{option}")));
    parts.extend(about.attributes.values().map(|value| format!("={value}")));
    parts.extend(about.category.iter().map(|kind| format!("kind {kind}")));
    parts.extend(about.group.iter().map(|kind| format!("group {kind}")));
    parts.extend(about.attribute.iter().map(|kind| format!("attribute {kind}")));
    parts.extend(
        about
            .allergens
            .iter()
            .map(|allergen| format!("!{allergen:?}").to_lowercase()),
    );
    parts.extend(
        about
            .method
            .iter()
            .map(|method| format!("{method:?}").to_lowercase()),
    );
    parts.extend(about.off_menu.iter().map(|words| format!("~{words}")));
    if !proposal.details.allergies.is_empty() {
        parts.push("allergic".to_owned());
    }
    parts.extend(
        proposal
            .edits
            .iter()
            .map(|edit| format!("; {}", render_edit(&edit.kind))),
    );
    parts.join(" ") + &also
}

pub(super) fn check(language: Language, around: &Around, cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(said, expected)| {
            let made = shown(&read(language, said, around));
            (made != *expected).then(|| format!("{said:?}\n  wanted {expected}\n  made   {made}"))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} wrong:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

fn lunch() -> Around {
    Around {
        draft: draft(&[("pizza", "large", &["napoletana"]), ("coke", "", &[])]),
        ..Around::default()
    }
}

#[test]
fn questions_about_the_menu() {
    check(
        Language::EnUs,
        &Around::default(),
        &[
            ("how much is a large pepperoni", "price +pepperoni =large"),
            ("How much is the latte?", "price latte"),
            ("how much does the burger cost", "price burger"),
            ("what's the price of the orange juice", "price orange_juice"),
            (
                "hi, can you tell me how much the burger is please",
                "price burger",
            ),
            ("how much are the onion rings", "price rings"),
            ("how much for the fries", "price fries"),
            ("how much is the sushi", "price ~sushi"),
            ("what comes on the napoletana", "contents +napoletana"),
            ("what's in it", "contents"),
            ("what's in the burger?", "contents burger"),
            ("what does the salad come with", "contents salad"),
            (
                "what are the ingredients of the four seasons",
                "contents +four_seasons",
            ),
            ("tell me about the burger", "contents burger"),
            ("is there ham in it?", "contents +ham"),
            ("is there bacon in the burger", "contents burger +bacon"),
            ("does the salad have onions", "contents salad +onion"),
            ("does the burger come with cheddar", "contents burger +cheddar"),
            ("is there garlic in the burger", "contents burger ~garlic"),
            ("anything like a latte?", "alike latte"),
            ("do you have something similar to the burger", "alike burger"),
            (
                "what else do you have like the orange juice",
                "alike orange_juice",
            ),
            ("what could i have instead of the coke", "alike coke"),
            ("do you have guarana?", "available guarana"),
            ("do you have the coke in a bottle", "available coke =bottle"),
            ("have you got any onion rings", "available rings"),
            ("are there any onion rings left", "available rings"),
            ("do you have sushi?", "available ~sushi"),
            ("do you sell hot dogs", "available ~hot dogs"),
            ("is the salad still available", "available salad"),
            ("are you out of sprite", "available sprite"),
            ("which flavours do you have", "choices group flavour"),
            ("what flavors are there", "choices group flavour"),
            (
                "what sizes does the orange juice come in",
                "choices orange_juice attribute size",
            ),
            ("what sizes do you have", "choices attribute size"),
            ("what drinks have you got", "choices kind drink"),
            ("what sodas do you have", "choices kind drink"),
            ("which salads do you have", "choices salad"),
            ("lattes?", "choices latte"),
            ("what kind of pizzas do you have", "choices kind pizza"),
            (
                "which crusts are there for the pizza",
                "choices pizza group crust",
            ),
            ("what desserts have you got", "choices ~desserts"),
            ("what's the dish of the day", "specials"),
            ("any specials today?", "specials"),
            ("what do you recommend", "specials"),
            ("what's good here", "specials"),
            ("what do you recommend for a drink", "specials kind drink"),
            ("what do you have", "(menu)"),
            ("what's on the menu", "(menu)"),
            ("what's in the second one", "contents"),
        ],
    );
    check(
        Language::PtBr,
        &Around::default(),
        &[
            ("quanto é a calabresa grande", "price +calabrese =large"),
            ("quanto custa o café com leite?", "price latte"),
            ("quanto tá a coca", "price coke"),
            ("quanto custa", "price"),
            ("qual o preço do suco de laranja", "price orange_juice"),
            (
                "oi, você sabe quanto custa o hambúrguer por favor",
                "price burger",
            ),
            ("quanto sai a batata frita", "price fries"),
            ("o hambúrguer custa quanto?", "price burger"),
            ("quanto custa o sushi", "price ~sushi"),
            ("o que vem na napolitana", "contents +napoletana"),
            ("o que tem no hambúrguer?", "contents burger"),
            ("o que vem nela?", "contents"),
            ("a quatro estações leva o quê?", "contents +four_seasons"),
            ("quais os ingredientes da salada", "contents salad"),
            ("me fala do hambúrguer", "contents burger"),
            ("tem presunto nela?", "contents +ham"),
            ("tem bacon no hambúrguer?", "contents burger +bacon"),
            ("a napolitana tem cebola?", "contents +napoletana +onion"),
            ("vem cebola na salada?", "contents salad +onion"),
            ("o hambúrguer vem com cheddar?", "contents burger +cheddar"),
            ("tem alho no hambúrguer?", "contents burger ~alho"),
            ("tem algo parecido com café com leite?", "alike latte"),
            ("tem alguma coisa parecida com o hambúrguer", "alike burger"),
            ("o que tem de parecido com suco de laranja", "alike orange_juice"),
            ("o que eu posso pedir no lugar da coca", "alike coke"),
            ("tem guaraná?", "available guarana"),
            ("vocês têm anéis de cebola?", "available rings"),
            ("tem coca de garrafa?", "available coke =bottle"),
            ("ainda tem salada?", "available salad"),
            ("vocês têm sushi?", "available ~sushi"),
            ("vocês vendem cachorro quente?", "available ~cachorro"),
            ("acabou a sprite?", "available sprite"),
            ("a salada acabou?", "available salad"),
            ("quais sabores vocês têm", "choices group flavour"),
            ("quais os sabores?", "choices group flavour"),
            ("quais sabores de pizza vocês têm?", "choices pizza group flavour"),
            (
                "que tamanhos tem o suco de laranja",
                "choices orange_juice attribute size",
            ),
            ("quais são os tamanhos?", "choices attribute size"),
            ("quais bebidas vocês têm?", "choices kind drink"),
            ("o que tem pra beber", "choices kind drink"),
            ("quais refrigerantes tem?", "choices kind drink"),
            ("quais saladas vocês têm?", "choices salad"),
            ("sucos?", "choices orange_juice"),
            ("uma salada", "(edit) ; 1 salad"),
            ("que pizzas vocês têm", "choices kind pizza"),
            ("qual o prato do dia", "specials"),
            ("o que você recomenda?", "specials"),
            ("tem alguma promoção hoje?", "specials"),
            ("o que tem de bom hoje", "specials"),
            ("o que vocês têm", "(menu)"),
            ("lê o cardápio", "(menu)"),
        ],
    );
}

#[test]
fn questions_about_allergens() {
    check(
        Language::EnUs,
        &Around::default(),
        &[
            (
                "Peanuts in the burger? I'm allergic.",
                "allergens burger !peanut allergic",
            ),
            (
                "does the burger have nuts in it",
                "allergens burger !peanut !treenut",
            ),
            (
                "is there milk in the chocolate shake",
                "allergens chocolate_shake !milk",
            ),
            ("is the salad gluten free?", "allergens salad !gluten"),
            ("what do you have that's gluten free", "allergens !gluten"),
            ("do you have anything dairy free", "allergens !milk"),
            ("what allergens are in the burger", "allergens burger"),
            ("is there egg in it?", "allergens !egg"),
            (
                "I'm allergic to shellfish, what can I eat?",
                "allergens !shellfish allergic",
            ),
            (
                "I'm allergic to soy. Does the salad have any?",
                "allergens salad !soy allergic",
            ),
        ],
    );
    check(
        Language::PtBr,
        &Around::default(),
        &[
            (
                "Hambúrguer tem amendoim? Sou alérgica.",
                "allergens burger !peanut allergic",
            ),
            ("o hambúrguer tem castanha?", "allergens burger !treenut"),
            (
                "tem leite na vitamina de chocolate?",
                "allergens chocolate_shake !milk",
            ),
            ("a salada tem glúten?", "allergens salad !gluten"),
            ("a salada é sem glúten?", "allergens salad !gluten"),
            ("o que tem sem glúten?", "allergens !gluten"),
            ("tem algo sem lactose", "allergens !milk"),
            ("quais os alergênicos do hambúrguer", "allergens burger"),
            ("tem ovo nela?", "allergens !egg"),
            (
                "sou alérgico a camarão, o que posso comer?",
                "allergens !shellfish allergic",
            ),
        ],
    );
}

#[test]
fn questions_about_the_shop_and_the_order() {
    check(
        Language::EnUs,
        &lunch(),
        &[
            ("are you open?", "hours"),
            ("how late are you open", "hours"),
            ("what time do you close", "hours"),
            ("when do you open tomorrow", "hours"),
            ("do you deliver here?", "delivery"),
            ("do you deliver to maple street", "delivery"),
            ("how much is delivery", "delivery"),
            ("what's the delivery fee?", "delivery"),
            ("is there a minimum order", "delivery"),
            ("do you take cards?", "payment card"),
            ("can i pay by card", "payment card"),
            ("do you accept pix", "payment pix"),
            ("can i pay cash at the door?", "payment cash"),
            ("how can i pay", "payment"),
            ("do you take bitcoin", "payment ~bitcoin"),
            ("how much is it so far", "total"),
            ("what's my total", "total"),
            ("how much do i owe", "total"),
            ("how much is it", "total"),
            ("how long will it take?", "wait"),
            ("what's the wait time", "wait"),
            ("how long does delivery take", "wait"),
            ("where are you located", "shop"),
            ("what's your phone number", "shop"),
            ("what's in my order so far", "(review)"),
            ("and the drinks?", "choices kind drink"),
            ("what about the sides", "choices kind side"),
            ("what's in the first one", "contents pizza +napoletana"),
            ("how much is the second one", "price coke"),
        ],
    );
    check(
        Language::PtBr,
        &lunch(),
        &[
            ("vocês estão abertos?", "hours"),
            ("até que horas", "hours"),
            ("até que horas vocês ficam abertos?", "hours"),
            ("que horas fecha?", "hours"),
            ("vocês entregam aqui?", "delivery"),
            ("vocês entregam na rua das flores", "delivery"),
            ("quanto é a entrega?", "delivery"),
            ("qual a taxa de entrega", "delivery"),
            ("tem pedido mínimo?", "delivery"),
            ("aceita pix?", "payment pix"),
            ("vocês aceitam cartão?", "payment card"),
            ("posso pagar em dinheiro?", "payment cash"),
            ("posso pagar no cartão na entrega?", "payment card"),
            ("quais as formas de pagamento", "payment"),
            ("quanto deu?", "total"),
            ("quanto ficou tudo?", "total"),
            ("qual o total", "total"),
            ("quanto é", "total"),
            ("quanto demora?", "wait"),
            ("quanto tempo demora pra chegar?", "wait"),
            ("vai demorar muito?", "wait"),
            ("onde vocês ficam?", "shop"),
            ("qual o telefone de vocês", "shop"),
            ("o que tem no pedido até agora?", "(review)"),
            ("e de beber?", "choices kind drink"),
            ("e as bebidas?", "choices kind drink"),
            ("o que vem na primeira", "contents pizza +napoletana"),
            ("quanto custa a segunda", "price coke"),
        ],
    );
}

#[test]
fn orders_that_look_like_questions() {
    check(
        Language::EnUs,
        &Around::default(),
        &[
            ("can i get a guarana?", "(edit) ; 1 guarana"),
            ("could i have two cokes?", "(edit) ; 2 coke"),
            ("do you have a coke for me", "(edit) ; 1 coke"),
            ("what about a coke", "(edit) ; 1 coke"),
            ("is it possible to get a salad", "(edit) ; 1 salad"),
            ("a coke, and how much is the burger?", "price burger ; 1 coke"),
            ("a coke and how much is the burger", "price burger ; 1 coke"),
            (
                "how much is the burger and give me two cokes",
                "price burger ; 2 coke",
            ),
            ("do you have guarana? give me two", "(edit) ; 2 guarana"),
            (
                "do you have guarana? give me two cokes",
                "available guarana ; 2 coke",
            ),
        ],
    );
    check(
        Language::PtBr,
        &Around::default(),
        &[
            ("me vê um guaraná", "(edit) ; 1 guarana"),
            ("tem como mandar uma coca?", "(edit) ; 1 coke"),
            ("tem uma coca pra mim?", "(edit) ; 1 coke"),
            ("dá pra mandar duas cocas?", "(edit) ; 2 coke"),
            ("que tal uma salada", "(edit) ; 1 salad"),
            ("uma coca, e quanto é o hambúrguer?", "price burger ; 1 coke"),
            ("uma coca e quanto é o hambúrguer", "price burger ; 1 coke"),
            (
                "quanto é o hambúrguer e me vê duas cocas",
                "price burger ; 2 coke",
            ),
            ("vocês têm guaraná? quero dois", "(edit) ; 2 guarana"),
            ("tem guaraná? me vê duas cocas", "available guarana ; 2 coke"),
        ],
    );
}

#[test]
fn complaints() {
    check(
        Language::EnUs,
        &Around::default(),
        &[
            ("My drink's missing", "missing! kind drink"),
            ("my soda is missing", "missing! kind drink"),
            ("you forgot the fries", "missing! fries"),
            ("they didn't send the coke", "missing! coke"),
            ("the burger never came", "missing! burger"),
            ("you forgot the napkins", "missing! ~napkins"),
            ("something is missing", "missing!"),
            ("you sent the wrong pizza", "wrong! pizza"),
            ("my order is wrong", "wrong!"),
            ("this is not what i ordered", "wrong!"),
            ("the burger was cold", "cold! burger"),
            ("my food is cold", "cold!"),
            ("everything arrived cold", "cold!"),
            ("it never came", "late!"),
            ("my order still hasn't arrived", "late!"),
            ("it's taking too long", "late!"),
            ("i've been waiting for an hour", "late!"),
            ("something is wrong with my order", "other!"),
            ("i want to make a complaint", "other!"),
            ("there's a problem with my order", "other!"),
            ("the fries are soggy", "other! fries"),
            ("i want a refund", "other!"),
            ("where is it?", "(status)"),
            ("where's my food, it's been an hour", "(status)"),
        ],
    );
    check(
        Language::PtBr,
        &Around::default(),
        &[
            ("Faltou o refrigerante.", "missing! kind drink"),
            ("faltou a coca", "missing! coke"),
            ("esqueceram as batatas fritas", "missing! fries"),
            ("não veio a bebida", "missing! kind drink"),
            ("a coca não veio", "missing! coke"),
            ("tá faltando o hambúrguer", "missing! burger"),
            ("faltou o guardanapo", "missing! ~guardanapo"),
            ("faltou uma coisa", "missing!"),
            ("veio a pizza errada", "wrong! pizza"),
            ("meu pedido veio errado", "wrong!"),
            ("não foi isso que eu pedi", "wrong!"),
            ("a pizza chegou fria", "cold! pizza"),
            ("chegou tudo frio", "cold!"),
            ("ainda não chegou, faz uma hora", "late!"),
            ("tá demorando muito", "late!"),
            ("meu pedido não chegou", "late!"),
            ("tô esperando faz uma hora", "late!"),
            ("tem algo errado com meu pedido", "other!"),
            ("quero reclamar", "other!"),
            ("tenho uma reclamação", "other!"),
            ("deu problema no meu pedido", "other!"),
            ("a batata frita veio murcha", "other! fries"),
            ("não tem problema", "(nothing)"),
            ("cadê meu almoço", "(status)"),
        ],
    );
    let asked = Around {
        asked: Some(Asked::Complaint),
        ..Around::default()
    };
    check(
        Language::EnUs,
        &asked,
        &[
            ("the drink", "other! kind drink"),
            ("it's all cold", "cold!"),
            ("the coke was warm and the box was open", "other! coke"),
            ("never mind", "(cancel)"),
            ("uh", "(nothing)"),
        ],
    );
    check(
        Language::PtBr,
        &asked,
        &[
            ("a bebida", "other! kind drink"),
            ("veio tudo frio", "cold!"),
            ("a caixa tava amassada e a coca quente", "other! coke"),
            ("deixa pra lá", "(cancel)"),
            ("é...", "(nothing)"),
        ],
    );
}

#[test]
fn at_the_read_back_what_is_forgotten_is_ordered() {
    let around = Around {
        asked: Some(Asked::YesNo),
        ..lunch()
    };
    check(
        Language::EnUs,
        &around,
        &[("you forgot the fries", "(edit) ; fries")],
    );
    check(
        Language::PtBr,
        &around,
        &[("faltou a batata frita", "(edit) ; fries")],
    );
}

#[test]
fn the_usual_a_person_and_other_wishes() {
    check(
        Language::EnUs,
        &Around::default(),
        &[
            ("the usual", "(usual)"),
            ("i'd like the usual please", "(usual)"),
            ("same as last time", "(usual)"),
            ("repeat my last order", "(usual)"),
            ("can i get the same thing as last time", "(usual)"),
            ("what i had last time", "(usual)"),
            ("the usual and a coke", "(usual) ; 1 coke"),
            ("talk to a person", "(person)"),
            ("i want to talk to a real person", "(person)"),
            ("can i speak to someone", "(person)"),
            ("a human please", "(person)"),
            ("representative", "(person)"),
            ("delete my data", "(forget)"),
            ("please delete all of my data", "(forget)"),
            ("forget me", "(forget)"),
            ("can you forget everything you know about me", "(forget)"),
            ("slower please", "(slower)"),
            ("you're talking too fast", "(slower)"),
            ("can you speak more slowly", "(slower)"),
            ("can you spell that?", "(spell)"),
            ("sorry, how do you spell that", "(spell)"),
            ("letter by letter please", "(spell)"),
            ("digit by digit", "(spell)"),
            ("spell the burger", "(spell) burger"),
            ("how do you spell burger", "(spell) burger"),
            ("hold on", "(holdon)"),
            ("one second", "(holdon)"),
            ("um, just a minute please", "(holdon)"),
            ("thanks", "(thanks)"),
            ("thank you so much", "(thanks)"),
            ("continue", "(continue)"),
            ("keep going", "(continue)"),
            ("what did you say?", "(repeat)"),
            ("clear everything", "(startover)"),
            ("ok", "(nothing)"),
        ],
    );
    check(
        Language::PtBr,
        &Around::default(),
        &[
            ("o de sempre", "(usual)"),
            ("quero o de sempre, por favor", "(usual)"),
            ("o mesmo da última vez", "(usual)"),
            ("repete meu último pedido", "(usual)"),
            ("me vê o mesmo pedido de sempre", "(usual)"),
            ("o que eu pedi da última vez", "(usual)"),
            ("o de sempre e uma coca", "(usual) ; 1 coke"),
            ("atendente", "(person)"),
            ("quero uma pessoa de verdade", "(person)"),
            ("quero ser atendido por um humano", "(person)"),
            ("quero uma", "(nothing)"),
            ("quero falar com um atendente", "(person)"),
            ("falar com alguém", "(person)"),
            ("posso falar com uma pessoa?", "(person)"),
            ("me passa pra um humano", "(person)"),
            ("apaga meus dados", "(forget)"),
            ("quero que vocês apaguem todos os meus dados", "(forget)"),
            ("me esquece", "(forget)"),
            ("mais devagar por favor", "(slower)"),
            ("fala mais devagar", "(slower)"),
            ("pode soletrar?", "(spell)"),
            ("letra por letra, por favor", "(spell)"),
            ("número por número", "(spell)"),
            ("como se escreve isso?", "(spell)"),
            ("como se escreve hambúrguer", "(spell) burger"),
            ("soletra o hambúrguer", "(spell) burger"),
            ("você tá falando muito rápido", "(slower)"),
            ("peraí", "(holdon)"),
            ("só um minuto", "(holdon)"),
            ("espera um pouquinho", "(holdon)"),
            ("obrigado", "(thanks)"),
            ("valeu, obrigada", "(thanks)"),
            ("continua", "(continue)"),
            ("segue", "(continue)"),
            ("hã?", "(repeat)"),
            ("esvazia", "(startover)"),
            ("tira tudo", "(startover)"),
            ("ok", "(nothing)"),
        ],
    );
}

#[test]
fn continue_or_start_over() {
    let around = Around {
        asked: Some(Asked::ContinueOrStartOver),
        ..lunch()
    };
    check(
        Language::EnUs,
        &around,
        &[
            ("continue", "(continue)"),
            ("yes", "(continue)"),
            ("ok", "(continue)"),
            ("keep it", "(continue)"),
            ("start over", "(startover)"),
            ("no, start over", "(startover)"),
            ("new order", "(startover)"),
        ],
    );
    check(
        Language::PtBr,
        &around,
        &[
            ("continua", "(continue)"),
            ("sim", "(continue)"),
            ("segue", "(continue)"),
            ("pode continuar", "(continue)"),
            ("do zero", "(startover)"),
            ("não, começa de novo", "(startover)"),
        ],
    );
}

#[test]
fn a_question_in_a_later_transcript_is_found() {
    let offline = super::offline(Language::EnUs);
    let transcripts = [
        Transcript::certain("ho mush is brr"),
        Transcript::certain("how much is the burger"),
    ];
    let proposal = offline.read(&super::Heard {
        transcripts: &transcripts,
        hint: None,
        draft: &super::Draft::default(),
        asked: None,
        last_line: None,
        spoken: None,
        recent: &[],
        within: None,
    });
    assert_eq!(shown(&proposal), "price burger");
    assert_eq!(proposal.certainty, super::Certainty::Unsure);
}
