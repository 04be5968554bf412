//! Orders to an empty draft.

use super::{Around, Certainty, Language, certainty, check};

fn english(cases: &[(&str, &str)]) {
    check(Language::EnUs, &Around::default(), cases);
}

fn portuguese(cases: &[(&str, &str)]) {
    check(Language::PtBr, &Around::default(), cases);
}

#[test]
fn quantities() {
    english(&[
        ("two cokes", "2 coke"),
        ("a coke", "1 coke"),
        ("coke please", "coke"),
        ("a couple of burgers", "2 burger"),
        ("half a dozen cokes", "6 coke"),
        ("twenty five burgers", "25 burger"),
        ("3 sprites and 1 water", "3 sprite; 1 water"),
        ("i'd like to get just one burger please", "1 burger"),
    ]);
    portuguese(&[
        ("duas cocas", "2 coke"),
        ("uma coca", "1 coke"),
        ("me vê um par de hambúrgueres", "2 burger"),
        ("meia dúzia de cocas", "6 coke"),
        ("vinte e cinco hambúrgueres", "25 burger"),
        ("3 sprites e 1 água", "3 sprite; 1 water"),
        ("queria só um hambúrguer por favor", "1 burger"),
    ]);
}

#[test]
fn sizes_containers_and_volumes_before_after_and_late() {
    english(&[
        ("a large pizza with ham", "1 pizza =large +ham"),
        ("a pizza with ham, large", "1 pizza =large +ham"),
        (
            "two burgers and two cokes, make those large",
            "2 burger; 2 coke =large",
        ),
        ("a pizza in large size with ham", "1 pizza =large +ham"),
        (
            "two cans of coke and a bottle of water",
            "2 coke =can; 1 water =bottle",
        ),
        ("a 2-liter coke", "1 coke =two_liter"),
        ("two two liter cokes", "2 coke =two_liter"),
        (
            "an extra large pizza with extra cheese",
            "1 pizza =extra_large +cheese!",
        ),
        (
            "a burger large fries and a small coke",
            "1 burger; fries =large; 1 coke =small",
        ),
    ]);
    portuguese(&[
        ("uma pizza grande de presunto", "1 pizza =large +ham"),
        ("uma pizza de presunto, grande", "1 pizza =large +ham"),
        (
            "duas latas de coca e uma garrafa de água",
            "2 coke =can; 1 water =bottle",
        ),
        ("uma coca de 2 litros", "1 coke =two_liter"),
        ("uma coca de dois litros", "1 coke =two_liter"),
        ("guaraná meio litro", "guarana =half_liter"),
        (
            "um hambúrguer batata frita grande e uma coca pequena",
            "1 burger; fries =large; 1 coke =small",
        ),
    ]);
}

#[test]
fn options_around_the_noun() {
    english(&[
        ("a ham and mushroom pizza", "1 pizza +ham +mushroom"),
        (
            "a pizza with ham mushrooms and olives",
            "1 pizza +ham +mushroom +olive",
        ),
        ("a bacon burger with pickles", "1 burger +bacon +pickles"),
        ("a large pepperoni", "1 pizza =large +pepperoni"),
        (
            "two large with tuna and ham",
            "2 pizza =large +ham; off menu: tuna",
        ),
        (
            "a pizza with mushrooms and a thin crust",
            "1 pizza +mushroom +thin",
        ),
        (
            "a pizza with black and red beans",
            "1 pizza +black_beans +red_beans",
        ),
        ("a burger with cheddar cheese", "1 burger +cheddar"),
        ("a burger with cheese", "1 burger +cheese"),
        (
            "i want a pizza and for toppings let me have ham and also put some olives on it",
            "1 pizza +ham +olive",
        ),
    ]);
    portuguese(&[
        ("uma pizza de presunto e cogumelo", "1 pizza +ham +mushroom"),
        (
            "uma pizza com presunto, cogumelo e azeitona",
            "1 pizza +ham +mushroom +olive",
        ),
        ("uma calabresa grande", "1 pizza =large +calabrese"),
        (
            "uma de calabresa e uma de frango",
            "1 pizza +calabrese; 1 pizza +chicken",
        ),
        (
            "pizza de calabresa com borda recheada",
            "pizza +calabrese +stuffed",
        ),
        (
            "pizza com feijão preto e vermelho",
            "pizza +black_beans +red_beans",
        ),
        ("hambúrguer com queijo cheddar", "burger +cheddar"),
        (
            "quero uma pizza de frango e bota azeitona também",
            "1 pizza +chicken +olive",
        ),
    ]);
}

#[test]
fn amounts() {
    english(&[
        ("burger with extra cheese", "burger +cheese!"),
        (
            "burger with lots of pickles and light mayonnaise",
            "burger +pickles! +mayo?",
        ),
        ("burger easy on the mayo", "burger +mayo?"),
        ("a burger with a little bit of lettuce", "1 burger +lettuce?"),
        ("burger with double bacon", "burger +bacon!"),
        ("pizza with just a little onion", "pizza +onion?"),
        ("pizza with no extra cheese", "pizza -cheese!"),
    ]);
    portuguese(&[
        ("hambúrguer com queijo extra", "burger +cheese!"),
        (
            "hambúrguer com bastante queijo e pouca maionese",
            "burger +cheese! +mayo?",
        ),
        ("pizza de frango caprichada no queijo", "pizza +chicken +cheese!"),
        ("hambúrguer com só um pouquinho de alface", "burger +lettuce?"),
        ("pizza com mais queijo", "pizza +cheese!"),
        ("pizza de frango mais cebola", "pizza +chicken +onion"),
    ]);
}

#[test]
fn negation_and_its_scope() {
    english(&[
        ("a burger no onions", "1 burger -onion"),
        ("a burger without onions or pickles", "1 burger -onion -pickles"),
        (
            "a burger, no onions, pickles or mayo",
            "1 burger -onion -pickles -mayo",
        ),
        ("a burger hold the mayo", "1 burger -mayo"),
        (
            "a burger with ham but no onions and extra cheese",
            "1 burger +ham +cheese! -onion",
        ),
        ("a burger without onions and with bacon", "1 burger +bacon -onion"),
        ("a pizza with ham and leave the onions off", "1 pizza +ham -onion"),
        ("one pie but i do not want it on thin crust", "1 pizza -thin"),
        ("a burger and no drinks", "1 burger"),
        ("a burger with no sides and a water", "1 burger; 1 water"),
    ]);
    portuguese(&[
        ("um hambúrguer sem cebola", "1 burger -onion"),
        ("um hambúrguer sem cebola nem picles", "1 burger -onion -pickles"),
        ("um hambúrguer sem cebola e com bacon", "1 burger +bacon -onion"),
        ("pizza de frango e tira a cebola", "pizza +chicken -onion"),
        ("pizza de frango, não quero azeitona", "pizza +chicken -olive"),
        ("um hambúrguer e nada de bebida", "1 burger"),
        (
            "uma pizza de presunto menos a cebola e uma coca",
            "1 pizza +ham -onion; 1 coke",
        ),
    ]);
}

#[test]
fn halves() {
    english(&[
        (
            "a large pizza half margherita half napoletana, extra bacon on the napoletana half",
            "1 pizza =large +margherita/1 +napoletana/2 +bacon!/2",
        ),
        (
            "a pizza half margherita half napoletana with bacon on the half with margherita",
            "1 pizza +margherita/1 +napoletana/2 +bacon/1",
        ),
        ("a burger for ana", "1 burger"),
        (
            "a large pizza half pepperoni half veggie",
            "1 pizza =large +pepperoni/1 +veggie/2",
        ),
        (
            "a pizza half and half ham and chicken",
            "1 pizza +ham/1 +chicken/2",
        ),
        (
            "a pizza with ham on one half and olives on the other half",
            "1 pizza +ham/1 +olive/2",
        ),
    ]);
    portuguese(&[
        (
            "me vê uma média meia presunto meia frango",
            "1 pizza =medium +ham/1 +chicken/2",
        ),
        (
            "pizza meio a meio calabresa e frango",
            "pizza +calabrese/1 +chicken/2",
        ),
        ("pizza metade presunto e metade frango", "pizza +ham/1 +chicken/2"),
    ]);
}

#[test]
fn several_lines_and_spreading() {
    english(&[
        ("a burger a coke and fries", "1 burger; 1 coke; fries"),
        (
            "two pizzas, one with olives and the other with ham",
            "1 pizza +olive; 1 pizza +ham",
        ),
        (
            "three large pizzas, two with ham and one with olives",
            "2 pizza =large +ham; 1 pizza =large +olive",
        ),
        (
            "i want a burger with bacon and i also need two cokes",
            "1 burger +bacon; 2 coke",
        ),
        (
            "burger with lettuce and tomato small fries and a sprite to drink",
            "burger +lettuce +tomato; fries =small; 1 sprite",
        ),
        ("fries and onion rings", "fries&rings"),
        ("two fries and an order of onion rings", "2 fries; 1 rings"),
        (
            "five pizzas and i want them all large, on all of those pizzas i want ham",
            "5 pizza =large +ham",
        ),
    ]);
    portuguese(&[
        ("um hambúrguer uma coca e batata frita", "1 burger; 1 coke; fries"),
        (
            "duas pizzas, uma de bacon e a outra de presunto",
            "1 pizza +bacon; 1 pizza +ham",
        ),
        (
            "três pizzas grandes, duas de presunto e uma de frango",
            "2 pizza =large +ham; 1 pizza =large +chicken",
        ),
        (
            "hambúrguer com alface e tomate batata frita pequena e uma sprite",
            "burger +lettuce +tomato; fries =small; 1 sprite",
        ),
        ("batata frita e anéis de cebola", "fries&rings"),
    ]);
}

#[test]
fn counted_options_and_generic_items() {
    english(&[
        ("a latte with two extra shots", "1 latte +espresso*2"),
        ("a latte with a double shot", "1 latte +espresso*2"),
        ("a drink", "1 drink"),
        ("a burger and for my drink a sprite", "1 burger; 1 sprite"),
        ("a burger with two slices of cheese", "1 burger +cheese*2"),
        ("a burger with one slice of cheese", "1 burger +cheese"),
    ]);
    portuguese(&[
        ("um café com leite com dose dupla", "1 latte +espresso*2"),
        ("uma bebida", "1 drink"),
        ("hambúrguer com duas fatias de queijo", "burger +cheese*2"),
        ("um hambúrguer e pra beber uma sprite", "1 burger; 1 sprite"),
    ]);
}

#[test]
fn corrections_and_slips_of_the_tongue() {
    english(&[
        ("a large no medium pizza with ham", "1 pizza =medium +ham"),
        ("two no three cokes", "3 coke"),
        ("two cokes, no, make that three", "3 coke"),
        ("a coke sorry a sprite", "1 sprite"),
        ("a pizza with ham i mean chicken", "1 pizza +chicken"),
        ("um can i uh get a a burger with with bacon", "1 burger +bacon"),
        ("a pizza with thin uh crust", "1 pizza +thin"),
        ("a burger with extra extra cheese", "1 burger +cheese!"),
    ]);
    portuguese(&[
        ("uma pizza média não grande de presunto", "1 pizza =large +ham"),
        (
            "me vê uma pizza pequena não perdão uma média de bacon",
            "1 pizza =medium +bacon",
        ),
        ("duas não três cocas", "3 coke"),
        ("uma coca aliás uma sprite", "1 sprite"),
        ("uma pizza de presunto quer dizer de frango", "1 pizza +chicken"),
        ("ééé me vê uma uma pizza de tipo presunto", "1 pizza +ham"),
    ]);
}

#[test]
fn spelling_plurals_hyphens_and_accents() {
    english(&[
        ("a peperoni pizza", "1 pizza +pepperoni"),
        ("a pizza with mushroom and tomatos", "1 pizza +mushroom +tomato"),
        ("a thin-crust pizza with mozarella", "1 pizza +thin +mozzarella"),
        ("hamburgers", "burger"),
        ("a burger with mayo", "1 burger +mayo"),
        ("a coca cola", "1 coke"),
        ("a med pizza with ham", "1 pizza =medium +ham"),
    ]);
    portuguese(&[
        ("duas pizzas medias de mucarela", "2 pizza =medium +mozzarella"),
        (
            "um hamburguer com pimentao e oregano",
            "1 burger +pepper +oregano",
        ),
        ("um guarana e uma agua", "1 guarana; 1 water"),
        ("tres azeitonas", "3 pizza +olive"),
        ("uma coca-cola", "1 coke"),
        ("pizza de calabreza", "pizza +calabrese"),
    ]);
}

#[test]
fn what_the_menu_lacks_and_what_is_unclear() {
    english(&[
        ("sushi please", "off menu: sushi"),
        ("a coke and a sushi", "1 coke; off menu: sushi"),
        (
            "a pizza with pineapple and ham",
            "1 pizza +ham; off menu: pineapple",
        ),
        ("a shake", "unclear: shake"),
        ("a burger and a shake", "1 burger; unclear: shake"),
    ]);
    portuguese(&[
        ("quero sushi", "off menu: sushi"),
        ("uma coca e um sushi", "1 coke; off menu: sushi"),
        ("pizza de abacaxi com presunto", "pizza +ham; off menu: abacaxi"),
        ("uma vitamina", "unclear: vitamina"),
    ]);
}

#[test]
fn certainty_is_kept_for_what_is_fully_understood() {
    let sure = |language, said: &str| assert_eq!(certainty(language, said), Certainty::Certain, "{said}");
    let unsure = |language, said: &str| assert_eq!(certainty(language, said), Certainty::Unsure, "{said}");
    sure(Language::EnUs, "two large pizzas with ham and no onions please");
    sure(Language::EnUs, "a burger, fries and a small coke");
    sure(
        Language::PtBr,
        "duas pizzas grandes de presunto sem cebola por favor",
    );
    unsure(Language::EnUs, "a burger with bocon");
    unsure(Language::EnUs, "a burger with zorgle");
    unsure(Language::EnUs, "a shake");
    unsure(Language::PtBr, "pizza de abacaxi");
    unsure(Language::EnUs, "mumble mumble");
}
