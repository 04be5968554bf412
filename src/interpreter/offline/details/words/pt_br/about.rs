//! Names, numbers to call, notes, allergies and what to do where something is missing, in Brazilian Portuguese, folded.

use crate::interpreter::offline::details::marks::Mark;
use crate::order::IfMissing;

pub(in crate::interpreter::offline::details) const ABOUT: &[(Mark, &str)] = &[
    (
        Mark::NameIs,
        "nome, meu nome e, em nome de, em nome da, em nome do, no nome de, no nome da, no nome do, me chamo, eu me chamo, o nome e, nome e, \
            aqui e a, aqui e o, quem fala e a, quem fala e o, quem fala e, aqui quem fala e a, aqui quem fala e o, pode por em nome de, poe em nome de, coloca em nome de, no meu nome, quem ta falando e a, quem ta falando e o, o pedido e em nome de, o pedido e para a, o pedido e para o, o pedido e pra, o pedido e pro, bota em nome de, pode colocar em nome de, meu nome",
    ),
    (
        Mark::NameIntro,
        "sim, claro, pode ser sim, e, e a, e o, sou a, sou o, eu sou a, eu sou o, sou, eu sou, pode por, pode colocar, pode botar, poe, poe ai, bota, bota ai, coloca, coloca ai, pode ser, nome, \
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
        "manda talher, manda talheres, manda guardanapo, manda guardanapos, manda canudo, manda canudos, manda sache, manda saches, manda garfo, manda prato, manda copo descartavel, sem talher, sem talheres, preciso de talher, preciso de talheres, nao precisa de talher, nao precisa de talheres, nao precisa mandar talher, pode mandar talher, pode mandar guardanapo, mande talher, mande talheres, mande guardanapos, me liga quando, me ligue quando, me avisa quando, me avise quando, liga quando, me ligar quando, me chama quando, tocar, toca, toque, bate, bater, bate palma, nao toca, nao tocar, nao toque, deixa com, deixa na, deixa no, deixar com, deixar na, deixar no, pode deixar com, pode deixar na, pode deixar no, \
            a campainha, campainha, o interfone, interfone, a portaria, portaria, cuidado com, o portao, portao, o cachorro",
    ),
    (
        Mark::AllergicTo,
        "alergico a, alergico ao, alergica a, alergica ao, alergia a, alergia ao, alergia de, alergico, alergica, alergia, alergicos a, alergicos ao, alergicas a, alergico aos, alergica aos, alergia aos, alergico as, alergica as, \
            intolerante a, intolerante ao, intolerancia a, intolerancia ao, intolerancia, intolerante, sensivel a, alergias a, reacao a, sensibilidade a, alergia com, alergia contra",
    ),
    (
        Mark::Allergic,
        "sou intolerante, eu sou intolerante, sou alergica, sou alergico, eu sou alergica, eu sou alergico, tenho alergia, eu tenho alergia, tenho alergia a isso, sou alergica a isso, sou alergico a isso, somos alergicos, porque sou alergica, porque sou alergico, e que sou alergica, e que sou alergico, tenho alergias",
    ),
    (
        Mark::Somebody,
        "sou, eu sou, tenho, eu tenho, meu filho e, minha filha e, meu filho tem, minha filha tem, minha mulher e, minha mulher tem, meu marido e, meu marido tem, \
            minha esposa e, minha esposa tem, minha mae e, minha mae tem, meu pai e, meu pai tem, minha namorada e, minha namorada tem, meu namorado e, meu namorado tem, ele e, ela e, ele tem, ela tem, \
            somos, a gente e, a gente tem, temos, alguem e, alguem tem, um amigo e, uma amiga e, meu amigo e, minha amiga e, minha irma e, minha irma tem, meu irmao e, meu irmao tem, tem gente, tem uma pessoa, com, \
            muito, super, muita, bem, forte, uma, grave, porque, e que, cuidado, cuidado que, por causa de, que, pessoa, gente, tambem, meus filhos sao, meus filhos tem, lembra que, la em casa",
    ),
    (
        Mark::OrTo,
        "e, ou, e a, e ao, ou a, ou ao, a, ao, aos, as, e tambem, e tambem a, e de, de, nem, nem a, o, qualquer, e aos, todo tipo de, qualquer tipo de, os, tambem a, e o, com",
    ),
    (
        Mark::Remember,
        "nao esquece, nao esquece disso, nao esqueca, lembra disso, lembre disso, lembra, guarda isso, guarde isso, lembra das minhas alergias, lembra da minha alergia, guarda minhas alergias, guarda a minha alergia, \
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
    (
        Mark::NameFor,
        "e pra, e para, e pro, e para o, e para a, e pra a, e da, e do",
    ),
    (Mark::For, "para a, para o, para, pra, pro"),
    (
        Mark::Nobody,
        "mim, nos, ele, ela, eles, elas, voce, voces, isso, isto, todos, todas, todo, todo mundo, gente, galera, turma, pessoal, familia, crianca, \
            criancas, filho, filha, filhos, amigo, amigos, amiga, mae, pai, vovo, vo, esposa, marido, mulher, chefe, vizinho, vizinha, \
            almoco, almocar, janta, jantar, cafe, lanche, lanchar, sobremesa, festa, aniversario, trabalho, firma, escola, casa, escritorio, \
            mesa, aqui, la, ca, comer, beber, levar, buscar, entregar, pegar, dividir, presente, cozinha, entregador, motoboy, \
            depois, logo, ja, verdade, serio, certo, errado, errada, ligar, segredo, particular, pressa, ontem",
    ),
    (
        Mark::CantHave,
        "nao posso comer, nao posso, eu nao posso comer, nao como, nao posso com",
    ),
];
