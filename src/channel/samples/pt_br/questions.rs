//! Samples in the Portuguese of Brazil: questions. The first of each carried intent is the wording that is
//! handed on.

pub(super) const WORDS: [&str; 5] = [
    "é {query}",
    "são {query}",
    "é o {query}",
    "é a {query}",
    "minha resposta é {query}",
];

pub(super) const PRICE: [&str; 16] = [
    "quanto custa {query}",
    "quanto custam {query}",
    "quanto é {query}",
    "quanto fica {query}",
    "quanto sai {query}",
    "quanto tá {query}",
    "quanto está {query}",
    "qual o preço de {query}",
    "qual o preço da {query}",
    "qual o preço do {query}",
    "qual é o preço de {query}",
    "qual é o preço da {query}",
    "qual é o preço do {query}",
    "qual o valor da {query}",
    "qual o valor do {query}",
    "por quanto sai {query}",
];

pub(super) const CONTENTS: [&str; 19] = [
    "o que vem na {query}",
    "o que vem no {query}",
    "o que vem em {query}",
    "o que vem com {query}",
    "o que tem na {query}",
    "o que tem no {query}",
    "o que vai na {query}",
    "o que vai no {query}",
    "do que é {query}",
    "do que é feita {query}",
    "do que é feito {query}",
    "quais os ingredientes da {query}",
    "quais os ingredientes do {query}",
    "quais são os ingredientes da {query}",
    "quais são os ingredientes do {query}",
    "como é a {query}",
    "como é o {query}",
    "fala da {query}",
    "fala do {query}",
];

pub(super) const AVAILABLE: [&str; 8] = [
    "tem {query}",
    "tem {query} aí",
    "vocês têm {query}",
    "você tem {query}",
    "vocês vendem {query}",
    "ainda tem {query}",
    "ainda têm {query}",
    "será que tem {query}",
];

pub(super) const IS_THERE: [&str; 3] = ["leva {query}", "contém {query}", "vai {query}"];

pub(super) const WHAT: [&str; 3] = ["o que é {query}", "o que são {query}", "o que {query}"];

pub(super) const WHICH: [&str; 2] = ["qual {query}", "qual é {query}"];

pub(super) const ALIKE: [&str; 7] = [
    "tem algo parecido com {query}",
    "tem alguma coisa parecida com {query}",
    "algo parecido com {query}",
    "alguma coisa parecida com {query}",
    "o que é parecido com {query}",
    "o que tem de parecido com {query}",
    "parecido com {query}",
];

pub(super) const CHOICES: [&str; 12] = [
    "quais {query} vocês têm",
    "quais {query} tem",
    "quais {query}",
    "quais são {query}",
    "quais são as {query}",
    "quais são os {query}",
    "quais as {query}",
    "quais os {query}",
    "que {query} vocês têm",
    "que {query} tem",
    "que tipos de {query} vocês têm",
    "que tipo de {query} vocês têm",
];

pub(super) const MORE: [&str; 5] = [
    "o que mais vocês têm",
    "o que mais tem",
    "que mais tem",
    "que mais",
    "mais opções",
];

pub(super) const SPECIALS: [&str; 7] = [
    "qual o prato do dia",
    "qual é o prato do dia",
    "o que tem de prato do dia",
    "tem prato do dia",
    "prato do dia",
    "tem promoção hoje",
    "o que tem de especial hoje",
];

pub(super) const HOURS: [&str; 18] = [
    "vocês estão abertos",
    "vocês tão abertos",
    "está aberto",
    "tá aberto",
    "tão abertos",
    "ainda estão abertos",
    "que horas vocês abrem",
    "que horas abre",
    "que horas vocês fecham",
    "que horas fecha",
    "até que horas vocês abrem",
    "até que horas vocês ficam abertos",
    "até que horas funciona",
    "qual o horário de funcionamento",
    "qual é o horário de funcionamento",
    "horário de funcionamento",
    "abre hoje",
    "vocês abrem hoje",
];

pub(super) const DELIVERY_AREA: [&str; 15] = [
    "vocês entregam em {query}",
    "vocês entregam no {query}",
    "vocês entregam na {query}",
    "entrega em {query}",
    "entregam em {query}",
    "quanto é a entrega em {query}",
    "quanto é a entrega",
    "quanto custa a entrega",
    "quanto é o frete",
    "qual a taxa de entrega",
    "qual é a taxa de entrega",
    "vocês entregam",
    "vocês fazem entrega",
    "fazem entrega",
    "a entrega é grátis",
];

pub(super) const PAYMENT_METHODS: [&str; 11] = [
    "aceita {query}",
    "vocês aceitam {query}",
    "posso pagar com {query}",
    "posso pagar no {query}",
    "posso pagar em {query}",
    "dá pra pagar com {query}",
    "dá pra pagar no {query}",
    "como posso pagar",
    "como eu posso pagar",
    "quais as formas de pagamento",
    "quais são as formas de pagamento",
];

pub(super) const WAIT: [&str; 8] = [
    "quanto tempo demora",
    "quanto tempo leva",
    "quanto tempo vai demorar",
    "demora quanto",
    "demora muito",
    "qual o tempo de entrega",
    "qual é o tempo de entrega",
    "em quanto tempo chega",
];

pub(super) const SHOP: [&str; 8] = [
    "onde vocês ficam",
    "onde fica a loja",
    "qual o endereço de vocês",
    "qual é o endereço de vocês",
    "qual o telefone de vocês",
    "qual é o telefone de vocês",
    "qual o endereço da loja",
    "qual o telefone da loja",
];
