//! Samples in the Portuguese of Brazil: what is said besides dishes: where, when, how it is paid. The first of each carried intent is the wording that is
//! handed on.

pub(super) const ADDRESS: [&str; 15] = [
    "meu endereço é {query}",
    "o endereço é {query}",
    "o meu endereço é {query}",
    "o endereço da entrega é {query}",
    "entregar na {query}",
    "entregar no {query}",
    "entregar em {query}",
    "entrega na {query}",
    "entrega no {query}",
    "pode entregar na {query}",
    "pode entregar no {query}",
    "manda na {query}",
    "moro na {query}",
    "eu moro na {query}",
    "moro no {query}",
];

pub(super) const SAME_ADDRESS: [&str; 11] = [
    "mesmo endereço",
    "o mesmo endereço",
    "no mesmo endereço",
    "pro mesmo endereço",
    "para o mesmo endereço",
    "o endereço de sempre",
    "no endereço de sempre",
    "meu endereço de sempre",
    "mesmo endereço da última vez",
    "em casa",
    "na minha casa",
];

pub(super) const OTHER_ADDRESS: [&str; 9] = [
    "outro endereço",
    "em outro endereço",
    "um endereço diferente",
    "para outro endereço",
    "pra outro endereço",
    "não é esse endereço",
    "muda o endereço",
    "mudar o endereço",
    "trocar o endereço",
];

pub(super) const POSTAL_CODE: [&str; 5] = [
    "meu cep é {query}",
    "o cep é {query}",
    "o meu cep é {query}",
    "cep {query}",
    "o código postal é {query}",
];

pub(super) const HOUSE_NUMBER: [&str; 5] = [
    "número {query}",
    "o número é {query}",
    "o número da casa é {query}",
    "casa {query}",
    "no número {query}",
];

pub(super) const APARTMENT: [&str; 5] = [
    "apartamento {query}",
    "apê {query}",
    "ap {query}",
    "o apartamento é {query}",
    "o apê é {query}",
];

pub(super) const LANDMARK: [&str; 4] = [
    "perto {query}",
    "fica perto {query}",
    "do lado {query}",
    "ao lado {query}",
];

pub(super) const DELIVERY: [&str; 8] = [
    "entrega",
    "pra entrega",
    "para entrega",
    "pra entregar",
    "para entregar",
    "entrega por favor",
    "quero entrega",
    "é pra entregar",
];

pub(super) const PICKUP: [&str; 12] = [
    "retirada",
    "pra retirada",
    "para retirada",
    "pra retirar",
    "para retirar",
    "vou buscar",
    "eu vou buscar",
    "vou retirar",
    "eu vou retirar",
    "retirar na loja",
    "vou buscar na loja",
    "vou pegar aí",
];

pub(super) const NAME: [&str; 8] = [
    "meu nome é {query}",
    "o meu nome é {query}",
    "o nome é {query}",
    "pode me chamar de {query}",
    "me chamo {query}",
    "eu me chamo {query}",
    "eu sou o {query}",
    "eu sou a {query}",
];

pub(super) const PHONE: [&str; 7] = [
    "meu telefone é {query}",
    "o meu telefone é {query}",
    "o telefone é {query}",
    "meu número é {query}",
    "meu celular é {query}",
    "o celular é {query}",
    "telefone {query}",
];

pub(super) const PAY: [&str; 14] = [
    "vou pagar {query}",
    "vou pagar em {query}",
    "vou pagar no {query}",
    "vou pagar com {query}",
    "eu vou pagar {query}",
    "eu pago {query}",
    "pago em {query}",
    "pago no {query}",
    "pago com {query}",
    "pagar {query}",
    "pagar em {query}",
    "pagar no {query}",
    "pagamento {query}",
    "pagamento em {query}",
];

pub(super) const CHANGE_FOR: [&str; 7] = [
    "troco pra {query}",
    "troco para {query}",
    "preciso de troco pra {query}",
    "preciso de troco para {query}",
    "traz troco pra {query}",
    "quero troco pra {query}",
    "tenho uma nota de {query}",
];

pub(super) const NO_CHANGE: [&str; 7] = [
    "não precisa de troco",
    "não preciso de troco",
    "sem troco",
    "tenho trocado",
    "tenho o valor certo",
    "tenho certinho",
    "tenho o dinheiro certo",
];

pub(super) const AT_TIME: [&str; 8] = [
    "às {query}",
    "para as {query}",
    "pras {query}",
    "lá pelas {query}",
    "entrega às {query}",
    "entregar às {query}",
    "agenda para as {query}",
    "marca para as {query}",
];

pub(super) const IN_TIME: [&str; 1] = ["daqui a {query}"];

pub(super) const NOW: [&str; 7] = [
    "agora",
    "pra já",
    "agora mesmo",
    "o quanto antes",
    "o mais rápido possível",
    "pra agora",
    "para agora",
];

pub(super) const LATER: [&str; 5] = [
    "mais tarde",
    "pra mais tarde",
    "para mais tarde",
    "hoje mais tarde",
    "quero agendar",
];

pub(super) const TIP: [&str; 5] = [
    "gorjeta de {query}",
    "uma gorjeta de {query}",
    "deixa {query} de gorjeta",
    "põe {query} de gorjeta",
    "sem gorjeta",
];

pub(super) const NOTE: [&str; 13] = [
    "avisa a cozinha {query}",
    "avisa a cozinha que {query}",
    "avisa a cozinha pra {query}",
    "avisa {query}",
    "fala pra cozinha {query}",
    "diz pra cozinha {query}",
    "pede pra cozinha {query}",
    "pede pro entregador {query}",
    "fala pro entregador {query}",
    "avisa o entregador {query}",
    "anota que {query}",
    "observação {query}",
    "uma observação {query}",
];

pub(super) const ALLERGY: [&str; 8] = [
    "sou alérgico a {query}",
    "sou alérgica a {query}",
    "eu sou alérgico a {query}",
    "eu sou alérgica a {query}",
    "tenho alergia a {query}",
    "eu tenho alergia a {query}",
    "meu filho é alérgico a {query}",
    "minha filha é alérgica a {query}",
];

pub(super) const REMEMBER: [&str; 5] = [
    "lembra disso",
    "lembra da minha alergia",
    "guarda isso",
    "lembra disso da próxima vez",
    "guarda a minha alergia",
];

pub(super) const IF_MISSING: [&str; 4] = [
    "se faltar alguma coisa {query}",
    "se faltar algo {query}",
    "se não tiver {query}",
    "se faltar {query}",
];
