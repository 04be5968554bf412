//! Brazilian Portuguese, folded: lower case, no accents.

use crate::interpreter::offline::details::marks::{Inside, Mark, When};
use crate::order::menu::Allergen;
use crate::order::{Fulfilment, IfMissing, Method};

pub(super) const PHRASES: &[(Mark, &str)] = &[
    (
        Mark::Courtesy,
        "oi, ola, ok, beleza, certo, otimo, perfeito, e o, e a, seria, vai ser, pode ser, quero, eu quero, queria, gostaria, \
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
        "para retirada, pra retirada, para retirar, pra retirar, vou retirar, eu retiro, vou buscar, eu busco, \
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
        "mesmo endereco, o mesmo endereco, no mesmo endereco, pro mesmo endereco, para o mesmo endereco, \
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
        "meu endereco e, o endereco e, meu endereco, endereco, moro na, moro no, moro em, eu moro na, eu moro no, eu moro em, \
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
    (Mark::Unit(Inside::Block), "bloco, bl, no bloco"),
    (
        Mark::Unit(Inside::Building),
        "predio, edificio, ed, condominio, residencial",
    ),
    (Mark::Unit(Inside::Tower), "torre"),
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
        "vou pagar, eu vou pagar, pago, eu pago, quero pagar, vou pagar com o, vou pagar com, queria pagar, pagamento, o pagamento e, pagamento e, o pagamento vai ser, \
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
        "na entrega, na porta, na hora, quando chegar, na retirada, no balcao, quando entregar, pro entregador, para o entregador, pro motoboy, na hora da entrega, ai mesmo, ai na loja, na loja, aqui",
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
        "as, a, la pelas, por volta das, perto das, pelas, umas, por volta de, la por, la pras, ao, exatamente as, pras, para as, pra as, la para as, la por volta das, so as, somente as, a partir das",
    ),
    (
        Mark::When(When::Around),
        "ate as, ate a, antes das, antes da, para a, pra, pro, para o, para, das, ate, da, depois das",
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
        "amanha, depois de amanha, semana que vem, na segunda feira, na terca feira, na quarta feira, na quinta feira, na sexta feira, \
            no sabado, no domingo, na sexta, fim de semana, no fim de semana, outro dia, pra amanha, para amanha",
    ),
    (
        Mark::NameIs,
        "meu nome e, em nome de, em nome da, em nome do, no nome de, no nome da, no nome do, me chamo, eu me chamo, o nome e, nome e, \
            aqui e a, aqui e o, quem fala e a, quem fala e o, quem fala e, aqui quem fala e a, aqui quem fala e o, pode por em nome de, poe em nome de, coloca em nome de, no meu nome, quem ta falando e a, quem ta falando e o, o pedido e em nome de, o pedido e para a, o pedido e para o, o pedido e pra, o pedido e pro, bota em nome de, pode colocar em nome de, meu nome",
    ),
    (
        Mark::NameIntro,
        "e, e a, e o, sou a, sou o, eu sou a, eu sou o, sou, eu sou, pode por, pode colocar, pode botar, poe, poe ai, bota, bota ai, coloca, coloca ai, pode ser, nome, \
            pra, para, pro, para a, para o, e pra, e para, e pro, aqui e, em nome, de, da, do, seria, pode chamar de, pode me chamar de, me chama de, me chamam de, pode anotar, anota, anota ai, e da, e do, e de, a, o, por, pode por ai, pode deixar, deixa, o pedido e da, o pedido e do, so, meu nome, o nome e, bota como, coloca como, e no nome de, por enquanto, quem vai receber e a, quem vai receber e o, fala que e a, fala que e o, no nome",
    ),
    (Mark::Particle, "de, da, do, dos, das, e, del, van, von, di"),
    (
        Mark::PhoneIs,
        "meu telefone e, meu numero e, meu celular e, me liga no, me ligue no, me liga nesse, pode ligar no, pode me ligar no, liga no, \
            ligue no, ligar no, telefone, celular, o telefone e, o numero e, o celular e, meu whatsapp e, meu zap e, whatsapp, meu contato e, contato, o contato e, telefone e, celular e, fone, meu fone e, me chama no, pode chamar no, liga pra mim no, liga para mim no, liga para o, liga pro, meu telefone, meu celular, ddd, com ddd, o ddd e",
    ),
    (
        Mark::Tell,
        "fala pra cozinha, fala para a cozinha, avisa a cozinha que, avisa a cozinha, avisa na cozinha que, avisa pra cozinha que, avisa na cozinha, fala na cozinha, diz pra cozinha, fala pro entregador, fala para o entregador, fala pro motoboy, \
            avisa o entregador que, avisa o entregador, avisa o motoboy que, avisa pro entregador, avisa pro entregador que, avisa pro motoboy que, avisa pro motoboy, pede pro entregador, pede para o entregador, pede pro motoboy, pede pra cozinha, pede para a cozinha, \
            avisa que, avisa, avise que, fala pra, fala pra eles, fala que, fala pro, diz pra, diz que, pede pra, pede para, pede que, peca pra, peca para, pede pra eles, avisa eles que, no bilhete, \
            observacao, uma observacao, obs, anota que, anota ai que, anote que, coloca na observacao que, coloca na observacao, poe na observacao, bota na observacao, coloca uma observacao, poe uma observacao, \
            deixa um recado, deixa um bilhete, deixa um recado que, manda um recado, recado, recado pra cozinha, recado para a cozinha, recado pro entregador, bilhete, escreve, escreve no bilhete, poe no bilhete, coloca no bilhete, escreve na caixa, diga que, diga para, diga pra, fale que, fale para, fale pra, poe um bilhete, com a observacao, fala para eles, \
            poe um recado, coloca um recado, fala pro cara, fala pro chef, pede pro chef, avisa o chef que, fala para o motoboy, diz pro entregador, diz pro motoboy, peca ao entregador para, peca pro entregador, fala pro cozinheiro, avisa la que",
    ),
    (
        Mark::Ask,
        "me liga quando, me ligue quando, me avisa quando, me avise quando, liga quando, me ligar quando, me chama quando, tocar, toca, toque, bate, bater, bate palma, nao toca, nao tocar, nao toque, deixa com, deixa na, deixa no, deixar com, deixar na, deixar no, pode deixar com, pode deixar na, pode deixar no, \
            a campainha, campainha, o interfone, interfone, a portaria, portaria, cuidado com, o portao, portao, o cachorro",
    ),
    (
        Mark::AllergicTo,
        "alergico a, alergico ao, alergica a, alergica ao, alergia a, alergia ao, alergia de, alergico, alergica, alergia, alergicos a, alergicos ao, alergicas a, alergico aos, alergica aos, alergia aos, alergico as, alergica as, \
            intolerante a, intolerante ao, intolerancia a, intolerancia ao, intolerancia, intolerante, sensivel a, alergias a, reacao a, sensibilidade a, alergia com, alergia contra",
    ),
    (
        Mark::Allergic,
        "sou alergica, sou alergico, eu sou alergica, eu sou alergico, tenho alergia, eu tenho alergia, tenho alergia a isso, sou alergica a isso, sou alergico a isso, somos alergicos, porque sou alergica, porque sou alergico, e que sou alergica, e que sou alergico, tenho alergias",
    ),
    (
        Mark::Somebody,
        "sou, eu sou, tenho, eu tenho, meu filho e, minha filha e, meu filho tem, minha filha tem, minha mulher e, minha mulher tem, meu marido e, meu marido tem, \
            minha esposa e, minha esposa tem, minha mae e, minha mae tem, meu pai e, meu pai tem, minha namorada e, minha namorada tem, meu namorado e, meu namorado tem, ele e, ela e, ele tem, ela tem, \
            somos, a gente e, a gente tem, temos, alguem e, alguem tem, um amigo e, uma amiga e, meu amigo e, minha amiga e, minha irma e, minha irma tem, meu irmao e, meu irmao tem, tem gente, tem uma pessoa, com, \
            muito, super, muita, bem, forte, uma, grave, porque, e que, cuidado, cuidado que, por causa de, que, pessoa, gente, tambem, meus filhos sao, meus filhos tem, lembra que, la em casa",
    ),
    (
        Mark::Allergen(Allergen::Gluten),
        "gluten, trigo, centeio, cevada, farinha de trigo, o gluten",
    ),
    (
        Mark::Allergen(Allergen::Milk),
        "leite, lactose, laticinio, laticinios, derivados de leite, derivado de leite, caseina, proteina do leite, leite de vaca, a lactose, o leite, aplv, proteina do leite de vaca",
    ),
    (
        Mark::Allergen(Allergen::Egg),
        "ovo, ovos, clara de ovo, gema de ovo, clara, o ovo",
    ),
    (
        Mark::Allergen(Allergen::Peanut),
        "amendoim, amendoins, pasta de amendoim, o amendoim",
    ),
    (
        Mark::Allergen(Allergen::TreeNut),
        "castanha, castanhas, noz, nozes, amendoa, amendoas, castanha de caju, castanhas de caju, castanha do para, castanhas do para, avela, avelas, pistache, pistaches, \
            macadamia, macadamias, oleaginosa, oleaginosas, noz peca, nozes peca, castanha portuguesa",
    ),
    (
        Mark::Allergen(Allergen::Soy),
        "soja, molho de soja, shoyu, tofu, a soja, leite de soja",
    ),
    (
        Mark::Allergen(Allergen::Fish),
        "peixe, peixes, salmao, atum, bacalhau, sardinha, anchova, anchovas",
    ),
    (
        Mark::Allergen(Allergen::Shellfish),
        "frutos do mar, fruto do mar, camarao, camaroes, caranguejo, caranguejos, lagosta, lagostas, siri, siris, marisco, mariscos, crustaceo, \
            crustaceos, molusco, moluscos, lula, lulas, polvo, mexilhao, mexilhoes, ostra, ostras",
    ),
    (
        Mark::Allergen(Allergen::Sesame),
        "gergelim, sesamo, semente de gergelim, sementes de gergelim, tahine",
    ),
    (Mark::Allergen(Allergen::Mustard), "mostarda"),
    (Mark::Allergen(Allergen::Sulphite), "sulfito, sulfitos"),
    (
        Mark::Ill(Allergen::Gluten),
        "celiaca, celiaco, doenca celiaca, celiacos, celiacas",
    ),
    (
        Mark::OrTo,
        "e, ou, e a, e ao, ou a, ou ao, a, ao, aos, as, e tambem, e tambem a, e de, de, nem, nem a, o, qualquer, e aos, todo tipo de, qualquer tipo de, os, tambem a, e o, com",
    ),
    (
        Mark::Remember,
        "lembra disso, lembre disso, lembra, guarda isso, guarde isso, lembra das minhas alergias, lembra da minha alergia, guarda minhas alergias, guarda a minha alergia, \
            lembra pra proxima, lembra para a proxima, lembra disso pra proxima, lembra disso para a proxima, anota isso pra proxima, salva isso, salva minhas alergias, lembra da proxima vez, lembra isso, se lembra disso, lembre se disso, pode guardar isso, pode guardar, guarda pra proxima, guarda isso pra proxima, pode lembrar disso, lembra sempre, guarda minha alergia, lembre das minhas alergias, lembra disso da proxima vez, guarda isso pra proxima vez",
    ),
    (
        Mark::Unlearn,
        "esquece minhas alergias, esquece minha alergia, esqueca minhas alergias, esqueca minha alergia, esquece a minha alergia, esquece as minhas alergias, esquece as alergias, apaga minhas alergias, \
            apaga a minha alergia, nao guarda isso, nao guarde isso, nao precisa guardar, nao precisa lembrar, nao sou mais alergica, nao sou mais alergico, tira minhas alergias, nao tenho mais alergia, esquece a alergia, apaga as minhas alergias, apaga as alergias, nao guarda minhas alergias, nao lembra disso, nao precisa lembrar disso",
    ),
    (
        Mark::IfMissing,
        "se faltar alguma coisa, se faltar algo, se faltar, caso falte alguma coisa, caso falte algo, se tiver faltando alguma coisa, se tiver faltando algo, \
            se nao tiver alguma coisa, se nao tiver algo, se nao tiver, se acabar alguma coisa, se acabar algo, se acabar, se algo faltar, se alguma coisa faltar, se nao tiver mais, caso nao tenha, \
            caso nao tenha alguma coisa, se estiver em falta, se tiver em falta, se alguma coisa acabar, se faltar um item, se faltar algum item, caso falte algum item, faltando alguma coisa, se estiver faltando alguma coisa, se estiver faltando algo, caso acabe, caso acabe alguma coisa, na falta de algo, na falta de alguma coisa, se algum item faltar, se nao tiver algum item, se faltar qualquer coisa, caso esteja em falta, se alguma coisa tiver em falta",
    ),
    (
        Mark::Missing(IfMissing::Swap),
        "troca, pode trocar, trocar, troca por algo parecido, troca por outro, troca por outra coisa, algo parecido, uma coisa parecida, alguma coisa parecida, substitui, \
            pode substituir, substituir, manda algo parecido, manda outra coisa, manda outro, poe algo parecido, coloca algo parecido, pode trocar por algo parecido, troca por uma coisa parecida, pode por outra coisa, troque, \
            substitua, pode mandar outro, pode mandar algo parecido, outro parecido, um parecido, troca por um parecido, manda um parecido, pode escolher outro, pode trocar por outro, manda outra coisa parecida, algo similar, troca por algo similar, parecido, pode mandar outra coisa, a troca, troca por similar, pode trocar por similar",
    ),
    (
        Mark::Missing(IfMissing::Drop),
        "tira, pode tirar, tirar, deixa sem, deixa de fora, sem, manda sem, tire, pode deixar sem, deixa fora, deixa pra la, pode mandar sem, nao manda, nao precisa, \
            retira, pode retirar, tira do pedido, tira fora, remove, so tira, manda o resto, pode mandar o resto, cancela o item, pode cancelar o item, tira o item, vem sem, pode vir sem, deixar sem, fica sem, deixar de fora, deixa, pula, nao manda nada, nao troca, pode deixar de fora",
    ),
    (
        Mark::Missing(IfMissing::Call),
        "me liga, liga, liga pra mim, liga para mim, pode me ligar, pode ligar, me ligue, ligue, ligar, me telefona, me avisa, pode ligar pra mim, pode ligar para mim, \
            me chama, quero que liguem, quero que me liguem, liguem, me liguem, me ligam, fala comigo, entra em contato, pergunta pra mim, me pergunta, da uma ligada, me da uma ligada, prefiro que liguem, prefiro que me liguem, me da um toque, melhor ligar, avisa, me avise, podem me ligar, podem ligar",
    ),
    (
        Mark::MissingNth(IfMissing::Swap),
        "primeira, a primeira, primeiro, o primeiro, primeira opcao, a primeira opcao, a um, opcao um, um",
    ),
    (
        Mark::MissingNth(IfMissing::Drop),
        "segunda, a segunda, segundo, o segundo, segunda opcao, a segunda opcao, a dois, opcao dois, dois",
    ),
    (
        Mark::MissingNth(IfMissing::Call),
        "terceira, a terceira, terceiro, o terceiro, terceira opcao, a terceira opcao, a ultima, ultima, o ultimo, a tres, opcao tres, tres",
    ),
];
