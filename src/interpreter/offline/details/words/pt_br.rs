//! Brazilian Portuguese, folded: lower case, no accents.

mod about;

pub(in crate::interpreter::offline::details) use self::about::ABOUT;
use crate::interpreter::offline::details::marks::{Inside, Mark, When};
use crate::order::{Fulfilment, Method};

pub(in crate::interpreter::offline::details) const PHRASES: &[(Mark, &str)] = &[
    (
        Mark::Courtesy,
        "posso, da pra, quero que, eu queria, queria que, gostaria que, voce pode, voces podem, e que, vou querer que, oi, ola, ok, beleza, certo, otimo, perfeito, e o, e a, seria, vai ser, pode ser, quero, eu quero, queria, gostaria, \
            prefiro, eu prefiro, vou querer, muda pra, muda para, mude para, muda, na verdade e, hum, eh, ah, bom dia, boa tarde, boa noite, pode, \
            e pra, e para, entao e, faz, deixa, coloca, bota, poe, pode colocar, pode por, pode botar, pra, troca para, troca pra, pro, para, vamos de, melhor, melhor ainda, vou de, com, no",
    ),
    (Mark::And, "e, e tambem, tambem, e ai, mais, ai, e depois"),
    (
        Mark::Instead,
        "nao, alias, na verdade, quer dizer, quero dizer, digo, perai, espera, desculpa, desculpe, ou melhor, \
            nao espera, nao perai, melhor, opa, minto, nao desculpa, corrigindo, nao na verdade",
    ),
    (
        Mark::Not,
        "nao, sem, nao tenho, nao e, nao vou pagar, nao aceito, nem, nao quero, nao vai ser, em vez de, em vez do, \
            nao no, nao tem, nao tenho o, nao pago, nao tem como ser, to sem, estou sem, ao inves de",
    ),
    (
        Mark::Question,
        "posso pagar, da pra pagar, da para pagar, tem como pagar, aceita, aceitam, voces aceitam, voce aceita, \
            vcs aceitam, voces entregam, vcs entregam, voce entrega, entregam, entrega em, voces, vcs, pode pagar, podemos pagar, a gente pode pagar, \
            ate que horas, que horas, a que horas, em que horario, onde, quanto tempo, qual horario, ta aberto, esta aberto, estao abertos, \
            cade, sera que, e possivel pagar, consigo pagar, eu posso pagar, quem, como faco, faz entrega, fazem entrega",
    ),
    (Mark::Times(2), "duplo, dobro de, dobrado, dois vezes o"),
    (Mark::Times(3), "triplo"),
    (Mark::Dash, "traco, hifen, tracinho, ponto, espaco, menos"),
    (
        Mark::Way(Fulfilment::Pickup),
        "posso buscar, posso retirar, posso passar ai, quero retirar, quero buscar, passo ai pra pegar, passo ai para pegar, passo ai pra buscar, vou passar ai pra pegar, vou ai pegar, posso pegar ai, para retirada, pra retirada, para retirar, pra retirar, vou retirar, eu retiro, vou buscar, eu busco, \
            vou pegar ai, vou pegar no balcao, retirar no balcao, retirada no balcao, para viagem, pra viagem, \
            para levar, pra levar, eu vou buscar, eu vou retirar, vou passar ai, vou passar pra pegar, vou passar para pegar, \
            passo ai, passo pra pegar, passo para pegar, eu passo ai, vou ai buscar, vou buscar ai, vou ai pegar, retiro ai, retiro no balcao, \
            retiro na loja, retirar na loja, retirada na loja, busco ai, busco na loja, pego ai, pego no balcao, pego na loja, eu pego ai, vamos buscar, \
            a gente busca, a gente retira, vou pegar na loja, eu mesmo busco, eu mesma busco, vou ai retirar, para eu buscar, pra eu buscar, para buscar, pra buscar, mando buscar",
    ),
    (
        Mark::Way(Fulfilment::Delivery),
        "para entrega, pra entrega, para entregar, pra entregar, entregar em casa, entrega em casa, \
            entregue em casa, manda entregar, traz aqui em casa, entrega aqui, entregar aqui, manda aqui em casa, traz em casa, \
            entrega pra mim, quero entrega, quero que entregue, quero que entreguem, manda pra ca, traz pra ca, pra entregar aqui, \
            entrega no meu endereco, por entrega, entrega aqui em casa, pode entregar, por delivery, para delivery, pra delivery, com entrega, manda em casa, manda pra casa",
    ),
    (
        Mark::AloneWay(Fulfilment::Pickup),
        "retirada, retirar, busco, retiro, eu retiro, viagem",
    ),
    (
        Mark::AloneWay(Fulfilment::Delivery),
        "entrega, entregar, delivery, entregue",
    ),
    (
        Mark::BareWay(Fulfilment::Pickup),
        "buscar, pego, vou pegar, balcao, no balcao, na loja, retira, eu pego, vou ai, passar ai, passo, \
            a segunda, segunda, o segundo, retirando, vou la, vou passar",
    ),
    (
        Mark::BareWay(Fulfilment::Delivery),
        "manda, traz, em casa, aqui em casa, pode mandar, pode trazer, manda pra mim, a primeira, primeira, entregador, motoboy, \
            traga, mandar, trazer, quero que traga, manda aqui, traz aqui",
    ),
    (
        Mark::Usual,
        "o endereco e o mesmo da ultima vez, meu endereco e o mesmo de sempre, o endereco e o mesmo de sempre, mesmo endereco, o mesmo endereco, no mesmo endereco, pro mesmo endereco, para o mesmo endereco, \
            endereco de sempre, o endereco de sempre, no endereco de sempre, pro endereco de sempre, meu endereco, no meu endereco, pro meu endereco, mesmo endereco de sempre, \
            o mesmo endereco de sempre, mesmo endereco da ultima vez, o mesmo endereco da ultima vez, endereco da ultima vez, o endereco da ultima vez, no mesmo lugar de sempre, \
            mesmo lugar de sempre, o mesmo lugar de sempre, em casa como sempre, em casa como de costume, em casa mesmo, \
            na minha casa, minha casa, pra minha casa, la em casa mesmo, endereco que voces tem, o endereco que voces tem, o endereco cadastrado, no endereco cadastrado, endereco cadastrado, mesmo endereco do outro pedido, meu endereco de sempre, no meu endereco de sempre, mesmo endereco de antes, meu endereco e o mesmo, o endereco e o mesmo, e o mesmo endereco, endereco e o mesmo",
    ),
    (
        Mark::BareUsual,
        "em casa, casa, la em casa, aqui em casa, o mesmo, mesmo, o de sempre, de sempre, mesmo lugar, no mesmo lugar, o mesmo lugar, \
            aqui, esse mesmo, esse, nesse, nesse mesmo, no de sempre, no mesmo, onde eu moro, pra casa, aqui mesmo, o da ultima vez",
    ),
    (
        Mark::Another,
        "outro endereco, em outro endereco, pra outro endereco, para outro endereco, num outro endereco, um outro endereco, \
            endereco novo, um endereco novo, novo endereco, endereco diferente, um endereco diferente, num endereco diferente, \
            nao e o mesmo endereco, mudar o endereco, muda o endereco, trocar o endereco, troca o endereco, nao e esse endereco, nao nesse endereco, mudei de endereco, o endereco mudou",
    ),
    (
        Mark::BareAnother,
        "outro lugar, em outro lugar, outro, um outro, num outro, num outro lugar, pra outro lugar, outro local, em outro local, nao e em casa, nao e nesse, nao e esse, um novo, diferente, noutro lugar, nao em outro",
    ),
    (
        Mark::DeliverTo,
        "entrega na, entrega no, entrega em, entregar na, entregar no, entregar em, entregue na, entregue no, manda na, \
            manda no, manda pra, manda para, manda para a, manda pro, mandar na, mandar pra, mande na, mande para, mande pra, entrega para, entrega pra, \
            para entregar na, pra entregar na, para entrega na, pra entrega na, leva na, leva no, leva pra, traz na, traz no, traga na, manda la na, manda aqui na, \
            entrega aqui na, entrega la na, entregar aqui na, e para entregar na, e pra entregar na, manda entregar na, manda entregar no, pode mandar na, pode entregar na, pode mandar pra, pode mandar no, pode entregar no, pra entregar no, para entregar no, envia para, envia pra, quero que entregue na, para entregar em, pra entregar em",
    ),
    (
        Mark::AddressIs,
        "se chama, chama, chama se, a rua se chama, meu endereco e, o endereco e, meu endereco, endereco, moro na, moro no, moro em, eu moro na, eu moro no, eu moro em, \
            a gente mora na, a gente mora no, fica na, fica no, estou na, estou no, to na, to no, e na, e no, e em, fica em, o novo endereco e, na, no, a rua e, minha rua e, a rua e a, rua e, endereco e, meu endereco e na, o endereco e na, minha rua e a, aqui na, aqui e na, aqui e, la na, muda o endereco para, muda o endereco pra, muda o endereco para a, muda o endereco pra a, o novo endereco e na, troca o endereco para, troca o endereco pra",
    ),
    (
        Mark::Street,
        "rua, r, avenida, av, alameda, travessa, rodovia, estrada, viela, ladeira, beco",
    ),
    (
        Mark::WeakStreet,
        "praca, largo, quadra, via, vila, parque, servidao, conjunto, sqn, sqs, setor, passagem, caminho, marginal",
    ),
    (
        Mark::Month,
        "de janeiro, de fevereiro, de marco, de abril, de maio, de junho, de julho, de agosto, de setembro, de outubro, \
            de novembro, de dezembro",
    ),
    (
        Mark::Number,
        "numero, n, nº, o numero e, numero e, no numero, meu numero e, o numero da casa e, casa numero, o numero, e o numero, e o, e numero, e no numero",
    ),
    (
        Mark::NoUnit,
        "sem complemento, nao tem complemento, nao ha complemento, sem apartamento, nao tem apartamento, nao e apartamento",
    ),
    (
        Mark::NoNumber,
        "sem numero, nao tem numero, casa sem numero, s n, e sem numero, a casa nao tem numero, nao tem",
    ),
    (
        Mark::Unit(Inside::Apartment),
        "apartamento, apto, ape, ap, apt, apartamento numero, o apartamento, e apartamento, e o apartamento, apartamento e, apartamento e o, no apartamento",
    ),
    (Mark::Unit(Inside::Unit), "unidade"),
    (Mark::Unit(Inside::Suite), "conjunto, cj, loja, box"),
    (Mark::Unit(Inside::Room), "sala, quarto, escritorio"),
    (Mark::Unit(Inside::Floor), "andar, piso"),
    (
        Mark::Unit(Inside::Block),
        "do bloco, e bloco, bloco, bl, no bloco",
    ),
    (
        Mark::Unit(Inside::Building),
        "do edificio, no edificio, do predio, no predio, no condominio, do condominio, predio, edificio, ed, condominio, residencial",
    ),
    (Mark::Unit(Inside::Tower), "da torre, na torre, torre"),
    (Mark::Unit(Inside::House), "casa, sobrado"),
    (Mark::Unit(Inside::Lot), "lote, quadra"),
    (
        Mark::Unit(Inside::Back),
        "fundos, nos fundos, casa dos fundos, casa de fundos, na casa dos fundos, fundo, no fundo",
    ),
    (
        Mark::Unit(Inside::Ground),
        "terreo, no terreo, subsolo, no subsolo",
    ),
    (Mark::Unit(Inside::Top), "cobertura, na cobertura"),
    (Mark::Nth(1), "primeiro"),
    (Mark::Nth(2), "segundo"),
    (Mark::Nth(3), "terceiro"),
    (Mark::Nth(4), "quarto"),
    (Mark::Nth(5), "quinto"),
    (Mark::Nth(6), "sexto"),
    (Mark::Nth(7), "setimo"),
    (Mark::Nth(8), "oitavo"),
    (Mark::Nth(9), "nono"),
    (Mark::Nth(10), "decimo"),
    (Mark::Nth(11), "decimo primeiro"),
    (Mark::Nth(12), "decimo segundo"),
    (
        Mark::Near,
        "perto de, perto da, perto do, perto das, perto dos, ao lado de, ao lado da, ao lado do, do lado da, do lado do, do lado de, em frente a, em frente ao, \
            em frente da, em frente do, na frente da, na frente do, na frente de, atras de, atras da, atras do, proximo a, proximo ao, proximo da, proximo do, proximo de, proxima a, na esquina com, \
            esquina com, na esquina da, na esquina do, esquina da, pertinho da, pertinho do, colado na, colado no, em cima da, em cima do, entre a, entre o, depois da, depois do, ponto de referencia",
    ),
    (
        Mark::Postal,
        "cep, meu cep, o cep, meu cep e, o cep e, cep e, meu cep e o, o cep e o, codigo postal, o codigo postal e, o codigo postal, meu codigo postal e, o cep daqui e, o cep de casa e, cep numero, o meu cep e",
    ),
    (
        Mark::Pay,
        "passa, pode passar, cobra, paga, paga na entrega, pago na entrega, pagar na entrega, vou pagar na entrega, pode ser, vou pagar, eu vou pagar, pago, eu pago, quero pagar, vou pagar com o, vou pagar com, queria pagar, pagamento, o pagamento e, pagamento e, o pagamento vai ser, \
            pagamento vai ser, a gente paga, vamos pagar, pagar, pagando, vou passar, passo, forma de pagamento, a forma de pagamento e, prefiro pagar, eu prefiro pagar, gostaria de pagar, vai ser, vou fazer, faco, faz, manda, traz, o pagamento, muda o pagamento para, muda o pagamento pra, muda pra, muda para, e",
    ),
    (
        Mark::Method(Method::Cash),
        "dinheiro, em dinheiro, no dinheiro, com dinheiro, dinheiro vivo, em dinheiro vivo, no dinheiro vivo, em especie, dinheiro mesmo, em dinheiro mesmo, no dinheiro mesmo",
    ),
    (
        Mark::Method(Method::Card),
        "cartao, no cartao, com cartao, com o cartao, em cartao, cartao de credito, cartao de debito, no cartao de credito, \
            no cartao de debito, com cartao de credito, com cartao de debito, no credito, no debito, credito, debito, em debito, em credito, maquininha, a maquininha, na maquininha, \
            maquina de cartao, a maquina de cartao, na maquina de cartao, maquininha de cartao, a maquininha de cartao, pelo cartao, por cartao, no cartao mesmo, cartao mesmo, na maquina, vale refeicao, no vale refeicao, no visa, no master, no cartao credito, no cartao debito",
    ),
    (
        Mark::Method(Method::Pix),
        "pix, no pix, por pix, com pix, via pix, pelo pix, em pix, pix mesmo, no pix mesmo, fazer um pix, fazer pix, faco um pix, faco pix, um pix, o pix",
    ),
    (
        Mark::BareMethod(Method::Cash),
        "grana, na nota, a vista, nota, especie, em notas",
    ),
    (
        Mark::BareMethod(Method::Card),
        "maquina, plastico, cartoes, cartaozinho",
    ),
    (
        Mark::BareMethod(Method::Pix),
        "pics, piques, picks, pixe, no pics, no piques, transferencia, por transferencia, qr code",
    ),
    (
        Mark::AtTheDoor,
        "na maquininha mesmo, na porta de casa, na entrega, na porta, na hora, quando chegar, na retirada, no balcao, quando entregar, pro entregador, para o entregador, pro motoboy, na hora da entrega, ai mesmo, ai na loja, na loja, aqui",
    ),
    (
        Mark::ChangeFor,
        "troco pra, troco para, troco de, com troco pra, com troco para, preciso de troco pra, preciso de troco para, preciso de troco de, manda troco pra, \
            manda troco para, traz troco pra, traz troco para, leva troco pra, quero troco pra, quero troco para, vou precisar de troco pra, vou precisar de troco para, troco pra uma nota de, troco para uma nota de, troca uma nota de, troco pra nota de, troco para nota de, traga troco para, traga troco pra, com troco de, mande troco para, mande troco pra",
    ),
    (
        Mark::Have,
        "tenho, eu tenho, so tenho, eu so tenho, tenho so, to com, estou com, vou pagar com, pago com, vou dar, dou, vou pagar em, vou te dar, tenho aqui, vou passar, com",
    ),
    (
        Mark::Note,
        "uma nota de, nota de, notas de, uma de, de uma nota de, uma cedula de, cedula de, cedulas de",
    ),
    (
        Mark::Exact,
        "nao precisa de troco, nao precisa troco, nao preciso de troco, sem troco, tenho trocado, eu tenho trocado, ta trocado, \
            dinheiro trocado, nao vou precisar de troco, nao quero troco, ja tenho trocado, tenho o valor certo, tenho o valor exato, tenho certinho, \
            tenho o dinheiro certo, tenho o dinheiro certinho, o valor exato, valor exato, valor certinho, pode ficar com o troco, fica com o troco, fique com o troco, tenho dinheiro trocado, esta trocado, dinheiro certo, dinheiro certinho, nao vai precisar de troco, nao e preciso troco, nem precisa de troco, com o valor certo, nao precisa trazer troco, tenho o valor certinho, eu tenho certinho, em dinheiro trocado, com dinheiro trocado",
    ),
    (
        Mark::BareExact,
        "trocado, certinho, exato, tenho, nao precisa, nao, nada, sem, nao obrigado, nao obrigada, o valor certo, certo, nao preciso, precisa nao, de nada, nenhum, precisa de troco nao, tenho certo, tenho exato",
    ),
    (
        Mark::NeedsChange,
        "preciso de troco, vou precisar de troco, com troco, quero troco, traz troco, manda troco, precisa de troco, leva troco",
    ),
    (
        Mark::Currency,
        "reais, real, conto, contos, pila, pilas, r, dinheiros, paus, pau, mangos, dolares, dolar, brl",
    ),
    (Mark::Cents, "centavos, centavo"),
    (Mark::Notes(50), "cinquentao"),
    (Mark::Notes(20), "vintao"),
    (Mark::Notes(10), "dezao, deizao"),
    (
        Mark::Tip,
        "gorjeta, de gorjeta, uma gorjeta de, gorjeta de, caixinha, de caixinha, uma caixinha de, caixinha de, dou de gorjeta, \
            com gorjeta de, poe de gorjeta, coloca de gorjeta, a gorjeta, poe uma gorjeta de, coloca uma gorjeta de, coloca gorjeta de, poe gorjeta de, deixa de gorjeta, para gorjeta, muda a gorjeta para, muda a gorjeta pra, com uma gorjeta de, uma gorjeta, na gorjeta, como gorjeta, inclui gorjeta de, adiciona gorjeta de, inclui uma gorjeta de, adiciona uma gorjeta de",
    ),
    (
        Mark::NoTip,
        "sem gorjeta, nao quero dar gorjeta, sem caixinha, tira a gorjeta, nao precisa de gorjeta, nao vou dar gorjeta, nada de gorjeta, gorjeta nao, remove a gorjeta, sem a gorjeta, pode tirar a gorjeta, zero de gorjeta, nenhuma gorjeta",
    ),
    (
        Mark::ForCourier,
        "pro entregador, para o entregador, pro motoboy, para o motoboy, pro moco da entrega, para o motoqueiro, pro motoqueiro, pra entregadora, pro rapaz da entrega, ao entregador",
    ),
    (Mark::Percent, "por cento, porcento"),
    (
        Mark::When(When::Now),
        "pra ja, para ja, o quanto antes, quanto antes, o mais rapido possivel, mais rapido possivel, assim que puder, \
            assim que der, para agora, pra agora, assim que possivel, o mais rapido que der, o mais rapido que puder, pra agora mesmo, para agora mesmo, agora mesmo, assim que ficar pronto, assim que estiver pronto, quanto antes melhor, o mais cedo possivel",
    ),
    (
        Mark::When(When::BareNow),
        "agora, ja, ja ja, imediatamente, logo, rapido, neste momento, hoje mesmo, na hora, de imediato, nesse momento, quando der",
    ),
    (
        Mark::When(When::Later),
        "pra mais tarde, para mais tarde, mais tarde hoje, hoje mais tarde, pra depois, para depois, pra daqui a pouco, so mais tarde",
    ),
    (
        Mark::When(When::BareLater),
        "mais tarde, depois, agora nao, daqui a pouco, um pouco mais tarde, ainda nao",
    ),
    (
        Mark::When(When::At),
        "as, a, la pelas, por volta das, perto das, pelas, umas, por volta de, la por, la pras, ao, exatamente as, pras, para as, pra as, la para as, la por volta das, so as, somente as, a partir das, ate as, ate a, antes das, antes da, depois das",
    ),
    (
        Mark::When(When::Around),
        "para a, pra, pro, para o, para, das, ate, da",
    ),
    (
        Mark::When(When::In),
        "daqui a, daqui, em, dentro de, daqui uns, daqui umas, daqui a uns, daqui a umas, em uns, em cerca de, em mais, daqui mais, em umas, daqui ha, daqui em",
    ),
    (
        Mark::When(When::FromNow),
        "a partir de agora, contando de agora, mais ou menos",
    ),
    (
        Mark::When(When::Hours),
        "hora, horas, h, hr, hrs, horinha, horinhas",
    ),
    (Mark::When(When::Minutes), "minuto, minutos, min, minutinhos"),
    (
        Mark::When(When::HalfHour),
        "meia hora, meia horinha, uma meia hora",
    ),
    (Mark::When(When::AndHalf), "e meia"),
    (
        Mark::When(When::Before),
        "pras, pra, pro, para as, para a, para o, antes das, pro as",
    ),
    (
        Mark::When(When::OClock),
        "horas, hora, em ponto, h, hs, hrs, horas em ponto, certinho",
    ),
    (
        Mark::When(When::Morning),
        "da manha, de manha, am, da madrugada, hoje de manha",
    ),
    (
        Mark::When(When::Evening),
        "da noite, da tarde, de noite, de tarde, hoje a noite, hoje de noite, hoje a tarde, pm, a noite, hoje de tarde",
    ),
    (Mark::When(When::Noon), "meio dia"),
    (Mark::When(When::Midnight), "meia noite"),
    (
        Mark::Today,
        "hoje, pra hoje, para hoje, hoje a noite, hoje de noite, pra hoje a noite, para hoje a noite, hoje a tarde, pro almoco, pro jantar, para o almoco, para o jantar",
    ),
    (
        Mark::OtherDay,
        "pro sabado, pro domingo, para sabado, para domingo, pra sabado, pra domingo, amanha, depois de amanha, semana que vem, na segunda feira, na terca feira, na quarta feira, na quinta feira, na sexta feira, \
            no sabado, no domingo, na sexta, fim de semana, no fim de semana, outro dia, pra amanha, para amanha",
    ),
];
