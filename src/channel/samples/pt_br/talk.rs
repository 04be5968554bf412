//! Samples in the Portuguese of Brazil: what is said around an order: complaints, a person, waiting, courtesies. The first of each carried intent is the wording that is
//! handed on.

pub(super) const MISSING: [&str; 9] = [
    "faltou {query}",
    "faltou o {query}",
    "faltou a {query}",
    "faltaram {query}",
    "está faltando {query}",
    "tá faltando {query}",
    "não veio {query}",
    "vocês esqueceram {query}",
    "veio sem {query}",
];

pub(super) const WRONG: [&str; 8] = [
    "{query} veio errado",
    "{query} veio errada",
    "veio errado {query}",
    "veio errada {query}",
    "veio o {query} errado",
    "veio a {query} errada",
    "{query} chegou errado",
    "{query} chegou errada",
];

pub(super) const COLD: [&str; 6] = [
    "{query} veio frio",
    "{query} veio fria",
    "{query} chegou frio",
    "{query} chegou fria",
    "{query} está frio",
    "{query} está fria",
];

pub(super) const LATE: [&str; 10] = [
    "não chegou",
    "meu pedido não chegou",
    "meu pedido ainda não chegou",
    "está demorando muito",
    "tá demorando muito",
    "tá demorando",
    "está demorando demais",
    "tá demorando demais",
    "meu pedido está atrasado",
    "meu pedido tá atrasado",
];

pub(super) const GREET: [&str; 6] = ["oi", "olá", "bom dia", "boa tarde", "boa noite", "e aí"];

pub(super) const THANKS: [&str; 5] = [
    "obrigado",
    "obrigada",
    "muito obrigado",
    "muito obrigada",
    "valeu",
];

pub(super) const USUAL: [&str; 11] = [
    "o de sempre",
    "quero o de sempre",
    "eu quero o de sempre",
    "me vê o de sempre",
    "o mesmo de sempre",
    "o mesmo da última vez",
    "o mesmo de sempre por favor",
    "igual da última vez",
    "o que eu pedi da última vez",
    "repete o último pedido",
    "repetir o último pedido",
];

pub(super) const COMPLAIN: [&str; 10] = [
    "tem um problema com meu pedido",
    "tem um problema com o meu pedido",
    "deu problema no meu pedido",
    "deu problema com o pedido",
    "tenho uma reclamação",
    "quero reclamar",
    "quero fazer uma reclamação",
    "meu pedido veio errado",
    "meu pedido chegou errado",
    "o pedido veio errado",
];

pub(super) const PERSON: [&str; 12] = [
    "quero falar com uma pessoa",
    "quero falar com alguém",
    "quero falar com um atendente",
    "falar com uma pessoa",
    "falar com alguém",
    "falar com um atendente",
    "posso falar com alguém",
    "me passa pra alguém",
    "chama alguém",
    "atendente",
    "alguém pode me ligar",
    "pede pra alguém me ligar",
];

pub(super) const SLOWER: [&str; 7] = [
    "mais devagar",
    "mais devagar por favor",
    "fala mais devagar",
    "fale mais devagar",
    "pode falar mais devagar",
    "devagar",
    "você fala muito rápido",
];

pub(super) const SPELL: [&str; 12] = [
    "soletra {query}",
    "pode soletrar {query}",
    "como se escreve {query}",
    "soletra",
    "soletra por favor",
    "soletra pra mim",
    "pode soletrar",
    "como se escreve",
    "letra por letra",
    "número por número",
    "dígito por dígito",
    "uma letra de cada vez",
];

pub(super) const FORGET: [&str; 8] = [
    "apaga todos os meus dados",
    "apaga meus dados",
    "apaga os meus dados",
    "apagar meus dados",
    "apague meus dados",
    "esquece meus dados",
    "esquece os meus dados",
    "exclui meus dados",
];

pub(super) const CONSENT: [&str; 6] = [
    "já permiti",
    "já autorizei",
    "eu já autorizei",
    "já liberei",
    "já dei permissão",
    "permissão concedida",
];

pub(super) const PAUSE: [&str; 13] = [
    "peraí",
    "espera",
    "espera aí",
    "espera um pouco",
    "um momento",
    "um minuto",
    "um segundo",
    "só um momento",
    "só um minuto",
    "só um segundo",
    "calma aí",
    "deixa eu ver",
    "deixa eu pensar",
];

pub(super) const RESUME: [&str; 5] = ["continua", "continue", "pode continuar", "continuar", "voltei"];

pub(super) const YES_AND: [&str; 3] = ["sim {query}", "isso {query}", "pode mandar {query}"];

pub(super) const NO_BUT: [&str; 1] = ["não {query}"];
