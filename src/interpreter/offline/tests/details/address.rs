//! Where it goes: postal codes, streets, numbers, what is inside and what is near.

use super::{english, portuguese};
use crate::interpreter::Asked;

#[test]
fn postal_codes_digit_by_digit_and_in_groups() {
    english(
        Some(Asked::PostalCode),
        &[
            ("zero five four two two oh one oh", "code 05422010"),
            ("oh five four two two zero one zero", "code 05422010"),
            ("05422-010", "code 05422010"),
            ("05422010", "code 05422010"),
            ("05422 010", "code 05422010"),
            ("it's 05422-010", "code 05422010"),
            ("94107", "code 94107"),
            ("nine four one oh seven", "code 94107"),
            ("ninety-four one oh seven", "code 94107"),
            ("zip code 94 107", "code 94107"),
            ("my zip code is nine four one zero seven", "code 94107"),
            ("Travessa do Moinho, twelve", "street Travessa do Moinho; no 12"),
            ("zero double five two two zero one zero", "code 05522010"),
            ("zero triple five two zero one zero", "code 05552010"),
            ("zero five four two two dash zero one zero", "code 05422010"),
            ("uh, zero five four two two, zero one zero", "code 05422010"),
            ("one two three four five please", "code 12345"),
            ("zero five four", "nothing"),
            ("five four two two oh one", "nothing"),
            ("05422-010, number sixty-two", "code 05422010; no 62"),
            (
                "zero five four two two zero one zero, apartment four",
                "code 05422010; unit apartment 4",
            ),
            ("same address", "usual"),
            ("at home", "usual"),
            ("somewhere else", "another"),
            ("a different address", "another"),
            ("help", "help"),
            ("cancel my order", "cancel"),
            ("it's zero five four two two dash oh one oh", "code 05422010"),
            ("I don't know", "nothing"),
            ("oh five, four double two, oh one oh", "code 05422010"),
            ("zero five four two two", "code 05422"),
            ("nine four one oh seven one two three four", "nothing"),
            ("62 maple street", "street Maple Street; no 62"),
            ("my zip code is 05422 dash 010", "code 05422010"),
            ("94107 1234", "nothing"),
        ],
    );
    portuguese(
        Some(Asked::PostalCode),
        &[
            ("zero cinco quatro dois dois zero um zero", "code 05422010"),
            ("zero cinco quatro dois dois, zero um zero", "code 05422010"),
            ("zero cinco quatro dois dois traço zero dez", "code 05422010"),
            ("cinquenta e quatro duzentos e vinte", "code 54220"),
            ("oitenta e um trezentos zero dez", "code 81300010"),
            ("oitenta e um mil e trezentos, zero dez", "code 81300010"),
            ("05422-010", "code 05422010"),
            ("é o 05422-010", "code 05422010"),
            ("o cep é 05422 010", "code 05422010"),
            (
                "meu cep é zero cinco quatro dois dois zero um zero",
                "code 05422010",
            ),
            ("zero meia meia dois dois zero um zero", "code 06622010"),
            ("zero um três um zero zero meia um por favor", "code 01310061"),
            ("treze meia dois um zero zero um", "code 13621001"),
            ("cinco quatro dois dois, zero um zero", "nothing"),
            ("meia dois", "nothing"),
            ("mesmo endereço", "usual"),
            ("em casa", "usual"),
            ("outro endereço", "another"),
            (
                "zero cinco quatro dois dois zero um zero, número sessenta e dois",
                "code 05422010; no 62",
            ),
            (
                "05422-010, 62, apto 4",
                "code 05422010; no 62; unit apartamento 4",
            ),
            ("ajuda", "help"),
            ("não sei", "nothing"),
            ("não sei meu cep", "nothing"),
            ("é zero cinco quatro dois dois zero dez", "code 05422010"),
            ("zero um três um zero, um zero zero", "code 01310100"),
            ("rua das flores 62", "street Rua das Flores; no 62"),
            ("zero quatro cinco meia sete, zero zero zero", "code 04567000"),
            ("não lembro", "nothing"),
            ("cep zero cinco quatro dois dois zero um zero", "code 05422010"),
            ("05.422-010", "code 05422010"),
            (
                "zero cinco mil quatrocentos e vinte e dois zero dez",
                "code 05422010",
            ),
        ],
    );
}

#[test]
fn numbers_of_houses_and_what_is_inside() {
    english(
        Some(Asked::HouseNumber),
        &[
            ("Sixty-two, apartment four.", "no 62; unit apartment 4"),
            ("sixty two apartment four", "no 62; unit apartment 4"),
            ("62", "no 62"),
            ("62B", "no 62B"),
            ("62 b", "no 62B"),
            ("it's sixty-two", "no 62"),
            ("number sixty two", "no 62"),
            ("the number is one twenty-five", "no 125"),
            ("one hundred and twenty-five", "no 125"),
            ("four oh five", "no 405"),
            ("twelve thirty four", "no 1234"),
            ("six two", "no 62"),
            ("62, unit 12", "no 62; unit unit 12"),
            ("62 suite 300", "no 62; unit suite 300"),
            ("62, second floor", "no 62; unit floor 2"),
            ("62, 2nd floor", "no 62; unit floor 2"),
            ("62, apartment 4B", "no 62; unit apartment 4B"),
            ("62, apt. 4, building C", "no 62; unit apartment 4, building C"),
            ("62 #4", "no 62; unit apartment 4"),
            ("apartment 4", "unit apartment 4"),
            ("62, next to the bakery", "no 62; near next to the bakery"),
            (
                "sixty-two, apartment four, across from the school",
                "no 62; unit apartment 4; near across from the school",
            ),
            ("no number", "no s/n"),
            (
                "62, no apartment, sorry, apartment four",
                "no 62; unit apartment 4",
            ),
            (
                "there's no number, next to the church",
                "no s/n; near next to the church",
            ),
            ("sixty-two please", "no 62"),
            ("two cokes", "2 coke"),
            ("zero five four one zero zero zero one", "code 05410001"),
            ("a different address", "another"),
            ("it's 62, ground floor", "no 62; unit ground floor"),
            (
                "62 apartment 4 next to the bakery",
                "no 62; unit apartment 4; near next to the bakery",
            ),
            ("sixty two apartment twelve b", "no 62; unit apartment 12B"),
            ("sixty-two b, apartment four", "no 62B; unit apartment 4"),
            ("62 A", "no 62A"),
            ("house 5", "no 5"),
            ("it's number twelve", "no 12"),
            ("apartment four, number sixty-two", "no 62; unit apartment 4"),
            ("three hundred", "no 300"),
            ("1-2-5", "no 125"),
            ("sixty-two. apartment four.", "no 62; unit apartment 4"),
            ("62 block 3 lot 4", "no 62; unit block 3, lot 4"),
            ("62, the penthouse", "no 62; unit penthouse"),
            ("62 in the back", "no 62; unit in the back"),
        ],
    );
    portuguese(
        Some(Asked::HouseNumber),
        &[
            ("Meia dois, apê quatro.", "no 62; unit apartamento 4"),
            ("meia dois apê quatro", "no 62; unit apartamento 4"),
            ("sessenta e dois", "no 62"),
            ("é o sessenta e dois", "no 62"),
            ("número sessenta e dois", "no 62"),
            ("o número é cento e vinte e cinco", "no 125"),
            ("mil duzentos e trinta e quatro", "no 1234"),
            ("mil e quinhentos", "no 1500"),
            ("dois mil e dez", "no 2010"),
            ("um meia meia", "no 166"),
            ("duzentos e cinco", "no 205"),
            ("62B", "no 62B"),
            ("62, apto 41 bloco B", "no 62; unit apartamento 41, bloco B"),
            ("62 apartamento 41 bloco b", "no 62; unit apartamento 41, bloco B"),
            ("sessenta e dois, casa dois", "no 62; unit casa 2"),
            ("casa sessenta e dois", "no 62"),
            ("62 fundos", "no 62; unit fundos"),
            ("62, segundo andar", "no 62; unit andar 2"),
            ("62, 2º andar, sala 21", "no 62; unit andar 2, sala 21"),
            ("meia dois, perto da padaria", "no 62; near perto da padaria"),
            ("sem número", "no s/n"),
            (
                "sem número, em frente à igreja",
                "no s/n; near em frente à igreja",
            ),
            (
                "sessenta e dois, torre norte, apartamento cento e um",
                "no 62; unit torre Norte, apartamento 101",
            ),
            ("apê quatro", "unit apartamento 4"),
            ("sessenta e dois por favor", "no 62"),
            ("duas cocas", "2 coke"),
            ("zero cinco quatro um zero zero zero um", "code 05410001"),
            ("outro endereço", "another"),
            ("é o 62, térreo", "no 62; unit térreo"),
            ("meia dúzia", "nothing"),
            ("sessenta e dois, apto doze b", "no 62; unit apartamento 12B"),
            ("meia meia meia", "no 666"),
            ("cento e um, casa três, fundos", "no 101; unit casa 3, fundos"),
            ("casa cinco", "no 5"),
            ("62 A", "no 62A"),
            ("número um", "no 1"),
            ("é um", "no 1"),
            (
                "apartamento quatro, número sessenta e dois",
                "no 62; unit apartamento 4",
            ),
            ("s/n", "no s/n"),
            (
                "sessenta e dois bloco três apartamento vinte e um",
                "no 62; unit bloco 3, apartamento 21",
            ),
            (
                "sessenta e dois apartamento quarenta e um do bloco b",
                "no 62; unit apartamento 41, bloco B",
            ),
            ("é cento e vinte", "no 120"),
            ("62, cobertura", "no 62; unit cobertura"),
            ("não tem número", "no s/n"),
            ("não tem complemento, é o 62", "no 62; unit "),
            ("sessenta e dois A", "no 62A"),
            ("meia dois apto meia um", "no 62; unit apartamento 61"),
            ("um dois três", "no 123"),
            ("três meia cinco", "no 365"),
        ],
    );
}

#[test]
fn streets() {
    english(
        Some(Asked::Street),
        &[
            ("Maple Street", "street Maple Street"),
            ("maple street", "street Maple Street"),
            ("it's maple street", "street Maple Street"),
            ("maple", "street Maple"),
            ("62 maple street", "street Maple Street; no 62"),
            ("forty-second street", "street Forty-Second Street"),
            ("fifth avenue", "street Fifth Avenue"),
            ("cherry lane", "street Cherry Lane"),
            (
                "martin luther king boulevard",
                "street Martin Luther King Boulevard",
            ),
            ("rua das flores", "street Rua das Flores"),
            ("maple street, sixty-two", "street Maple Street; no 62"),
            ("repeat that", "repeat"),
            ("it's called maple street", "street Maple Street"),
            ("I live on maple", "street Maple"),
            ("help", "help"),
            ("I don't know", "nothing"),
        ],
    );
    portuguese(
        Some(Asked::Street),
        &[
            ("Rua das Flores", "street Rua das Flores"),
            ("rua das flores", "street Rua das Flores"),
            ("é a rua das flores", "street Rua das Flores"),
            ("das flores", "street Das Flores"),
            ("avenida nove de julho", "street Avenida Nove de Julho"),
            ("rua sete de setembro 62", "street Rua Sete de Setembro; no 62"),
            (
                "rua vinte e cinco de março, meia dois",
                "street Rua Vinte e Cinco de Março; no 62",
            ),
            ("rua 12, número 62", "street Rua 12; no 62"),
            ("praça da árvore", "street Praça da Árvore"),
            ("r. augusta", "street R Augusta"),
            ("repete", "repeat"),
            ("moro na rua das flores", "street Rua das Flores"),
            ("Flores", "street Flores"),
            ("rua sebastião e silva", "street Rua Sebastião e Silva"),
        ],
    );
}

#[test]
fn corrections_at_the_confirmation() {
    english(
        Some(Asked::Address),
        &[
            ("yes", "yes"),
            ("that's right", "yes"),
            ("no", "no"),
            ("no, sixty-three", "no 63"),
            ("it's apartment five", "unit apartment 5"),
            ("no, it's 63 oak street", "street Oak Street; no 63"),
            ("no, apartment five", "unit apartment 5"),
            ("no, a different address", "another"),
            ("yes but apartment five", "unit apartment 5 | yes"),
            ("no it's sixty-three maple street", "street Maple Street; no 63"),
            ("no, oak street", "street Oak Street"),
            ("wrong number, it's 63", "no 63"),
            ("yeah that's right", "yes"),
            ("no the apartment is 5", "unit apartment 5"),
            ("change it to 63", "no 63"),
            ("it's sixty-two b", "no 62B"),
        ],
    );
    portuguese(
        Some(Asked::Address),
        &[
            ("sim", "yes"),
            ("certo", "yes"),
            ("não", "no"),
            ("não, sessenta e três", "no 63"),
            ("é apartamento cinco", "unit apartamento 5"),
            (
                "não, é rua das acácias, sessenta e três",
                "street Rua das Acácias; no 63",
            ),
            ("não, outro endereço", "another"),
            ("é meia três", "no 63"),
            ("sim mas é apartamento cinco", "unit apartamento 5 | yes"),
            ("não, é na rua das acácias", "street Rua das Acácias"),
            ("o número é sessenta e três", "no 63"),
            ("isso", "yes"),
            ("isso mesmo", "yes"),
            ("não, o apartamento é 5", "unit apartamento 5"),
            ("muda pra 63", "no 63"),
            ("é 62B", "no 62B"),
        ],
    );
}

#[test]
fn volunteered() {
    english(
        None,
        &[
            (
                "deliver to 62 Maple Street, apartment 4",
                "delivery; street Maple Street; no 62; unit apartment 4",
            ),
            (
                "deliver it to sixty-two maple street apartment four",
                "delivery; street Maple Street; no 62; unit apartment 4",
            ),
            ("my address is 62 maple street", "street Maple Street; no 62"),
            (
                "I live at one twenty-five oak avenue, next to the bank",
                "street Oak Avenue; no 125; near next to the bank",
            ),
            ("a coke to 62 maple street", "street Maple Street; no 62 | 1 coke"),
            ("my zip is 94107", "code 94107"),
            ("send it to 62 cherry lane", "delivery; street Cherry Lane; no 62"),
            ("deliver to the usual address", "delivery; usual"),
            ("same address", "usual"),
            ("the usual address", "usual"),
            ("at home as always", "usual"),
            ("a coke to a different address", "another | 1 coke"),
            (
                "a large pizza, deliver it to 62 maple street",
                "delivery; street Maple Street; no 62 | 1 pizza =large",
            ),
            ("make the pizza large on the way", "pizza =large"),
        ],
    );
    portuguese(
        None,
        &[
            (
                "manda na Rua das Flores, sessenta e dois, apartamento quatro",
                "delivery; street Rua das Flores; no 62; unit apartamento 4",
            ),
            (
                "entrega na rua das flores 62 apto 4",
                "delivery; street Rua das Flores; no 62; unit apartamento 4",
            ),
            (
                "entrega na rua das flores, número 62, perto da padaria",
                "delivery; street Rua das Flores; no 62; near perto da padaria",
            ),
            (
                "meu endereço é rua das flores, sessenta e dois",
                "street Rua das Flores; no 62",
            ),
            (
                "moro na avenida paulista, mil e quinhentos",
                "street Avenida Paulista; no 1500",
            ),
            ("meu cep é 05422-010", "code 05422010"),
            ("CEP 05422-010", "code 05422010"),
            (
                "uma coca na rua das flores 62",
                "street Rua das Flores; no 62 | 1 coke",
            ),
            ("mesmo endereço", "usual"),
            ("no endereço de sempre", "usual"),
            ("uma coca, no mesmo endereço", "usual | 1 coke"),
            ("é em outro endereço", "another"),
            (
                "uma pizza grande, entrega na avenida brasil, cento e dois",
                "delivery; street Avenida Brasil; no 102 | 1 pizza =large",
            ),
        ],
    );
}
