//! What words and phrases do in an order, in the Portuguese of Brazil, folded.

use super::super::Role;
use crate::order::Amount;

pub(super) const PHRASES: &[(Role, &str)] = &[
    (Role::Article, "um, uma, uns, umas"),
    (
        Role::Amount(Amount::Extra),
        "extra, extras, bastante, bastantes, muito, muita, muitos, muitas, mais, dobro, dobro de, \
            o dobro de, dobrado, dobrada, em dobro, duplo, dupla, duplos, reforcado, reforcada, \
            caprichado, caprichada, caprichado no, caprichada no, caprichado na, caprichada na, \
            capricha no, capricha na, capricha nos, capricha nas, capricha, capriche no, capriche na, \
            caprichando no, caprichando na, carregado no, carregada no, carregado na, carregada na, \
            um monte de, monte de, cheia de, cheio de, lotada de, lotado de, com mais, adicional, \
            adicional de, porcao extra de, extra de, reforco de, reforca no, reforca na, bem caprichado, \
            um pouco mais de, um pouquinho mais de, muito mais, a mais, de sobra, com bastante, \
            uma quantidade extra de, bem carregada no, bem carregado no, um tanto a mais de, e mais",
    ),
    (
        Role::Amount(Amount::Light),
        "pouco, pouca, poucos, poucas, pouquinho, pouquinha, pouquinho de, um pouco de, um pouco, \
            so um pouco de, so um pouco, um pouquinho, um pouquinho de, um pouquinho so de, um pouco so de, so um pouquinho, \
            so um pouquinho de, apenas um pouco de, bem pouco, bem pouca, bem pouquinho, \
            bem pouquinho de, menos, um fio de, fio de, um toque de, toque de, uma pitada de, pitada de, \
            um tiquinho de, tiquinho de, so um tiquinho de, um cadinho de, um tico de, nao muito, \
            nao muita, nao muitos, nao muitas, sem muito, sem muita, sem muitos, sem muitas, segura no, segura na, \
            sem exagerar no, sem exagerar na, leve no, leve na, pega leve no, pega leve na, \
            pegar leve no, pegar leve na, maneira no, maneira na, com pouco, com pouca, um restinho de, \
            uma gota de, um fiozinho de, quase nada de, quase sem, de leve, so uma pitada de",
    ),
    (
        Role::Negation,
        "sem, sem o, sem a, sem os, sem as, sem nenhum, sem nenhuma, sem nada de, nada de, nao quero, \
            nao queria, eu nao quero, nao poe, nao ponha, nao por, nao colocar, nao botar, nao adicionar, nao incluir, nao coloca, nao coloque, nao bota, \
            nao bote, nao precisa, nao precisa de, nao precisa por, nao precisa colocar, nao preciso de, \
            nao inclui, nao inclua, dispenso, dispensa, dispense, dispenso o, dispenso a, nao gosto de, \
            nao curto, odeio, detesto, nao pode ter, nao pode, nao como, nao vai, nao tem, evita, evite, \
            evitar, deixa de fora, deixa fora, deixe fora, deixe de fora, nem, nem o, nem a, tampouco, \
            sou alergico a, sou alergica a, tenho alergia a, alergico a, alergica a, alergia a, \
            que nao tenha, que nao leve, que nao tem, nao leva, nao adiciona, nao adicione, livre de, s, \
            sem adicionar, sem colocar, sem por, sem ter, nao e para colocar, nao e pra colocar, \
            nao e pra por, nao use, nao usa, nao pedi, eu nao pedi, nao falei, eu nao falei, nao disse, \
            eu nao disse, nunca pedi, eu nunca pedi, chega de",
    ),
    (Role::Correction, "nao, nao por favor"),
    (Role::No, "nao, nao por favor, nao e"),
    (
        Role::And,
        "e, &, +, mais, e mais, tambem, e tambem, alem de, e ainda, junto com, e depois, e um pouco, \
            acompanhado de, acompanhada de, ai, e ai, e por fim",
    ),
    (Role::But, "mas, menos, exceto, fora, tirando"),
    (Role::Or, "ou, nem, e nem, ou de"),
    (
        Role::With,
        "com, que tenha, que tem, que leve, que leva, que venha com, recheada de, recheada com, \
            recheado de, recheado com, coberta com, coberta de, coberto com, coberto de, levando, \
            contendo, incluindo, de cobertura, na cobertura, de recheio, no recheio, de sabor, sabor, \
            sabores, no sabor, dos sabores, nos sabores, c, \
            que seja de, feita com, feito com, por cima",
    ),
    (Role::Of, "de, do, da, dos, das"),
    (Role::The, "o, a, os, as, meu, minha, meus, minhas, nosso, nossa"),
    (
        Role::That,
        "esse, essa, esses, essas, este, esta, estes, estas, isso, isto, aquele, aquela, aqueles, \
            aquelas, desse, dessa, desses, dessas, deste, desta, destes, destas, nesse, nessa, nesses, \
            nessas, neste, nesta, aquilo, igual, iguais, disso, daquele, daquela, daqueles, daquelas, nisso",
    ),
    (
        Role::Same,
        "igual, iguais, igualzinho, igualzinha, igual a, o mesmo, a mesma, os mesmos, as mesmas, a mesma coisa, \
            mesma coisa, do mesmo, da mesma, que nem, como a, como o",
    ),
    (
        Role::It,
        "ela, ele, elas, eles, nela, nele, nelas, neles, dela, dele, delas, deles",
    ),
    (
        Role::Only,
        "so, somente, apenas, unicamente, so com, vai so, so de",
    ),
    (Role::For, "para, pra, pro, como, de, pras, pros"),
    (Role::Into, "por, pra, para, pro, pela, pelo, em"),
    (
        Role::On,
        "em, no, na, nos, nas, num, numa, da, do, das, dos, nas duas, nos dois, nas tres, nos tres, em ambas, \
            em ambos, em todas, em todos, em todas as, em todos os",
    ),
    (
        Role::Topping,
        "cobertura, coberturas, sabor, sabores, ingrediente, ingredientes, adicional, adicionais, \
            recheio, recheios",
    ),
    (
        Role::Portion,
        "dose, doses, fatia, fatias, camada, camadas, colher, colheres, pitada, pitadas, bola, bolas, \
            porcao, porcoes, pedaco, pedacos, sache, saches, jato, jatos",
    ),
    (
        Role::Measure,
        "porcao, porcoes, saco, sacos, pacote, pacotes, copo, copos, xicara, xicaras, prato, pratos, \
            cesta, balde, caixa, caixas, garrafa, garrafas, lata, latas, latinha, latinhas, jarra, \
            jarras, potinho, pote, potes, taca, tacas, unidade, unidades",
    ),
    (
        Role::Aside,
        "a parte, separado, separada, separados, separadas, de acompanhamento, como acompanhamento, \
            para acompanhar, pra acompanhar, do lado, de lado, ao lado, de entrada, como entrada",
    ),
    (
        Role::Want,
        "quero, eu quero, queria, eu queria, gostaria, gostaria de, eu gostaria, eu gostaria de, \
            quero pedir, queria pedir, gostaria de pedir, vou querer, eu vou querer, vou pedir, \
            eu vou pedir, vou levar, vou de, eu vou de, me ve, ve, ve ai, me ve ai, ve pra mim, \
            ve para mim, me da, me de, me manda, manda, manda ai, me manda ai, mande, me mande, \
            me traz, traz, traga, me traga, pode ser, pode mandar uma, pode me dar, pode me mandar, \
            pode trazer, poderia, voce pode, da pra, da para, tem como, me faz ai, \
            faz pra mim, prepara, preciso de, preciso, desejo, eu desejo, pedir, pedido, fazer um pedido, \
            fazer um pedido de, anota, anota ai, anote, separa, separa ai, serve, me serve, passa, \
            me passa, me arruma, arruma, solta, solta ai, desce, desce ai, sai, arranja, me arranja, \
            querer, eu prefiro, prefiro, topo, que tal, vai, vai querer, vamos de, vamos querer, \
            queremos, a gente quer, a gente vai querer, fecha, aceito, escolho, pego, vou pegar, \
            ia querer, eu ia querer, ia pedir, eu ia pedir, o que eu quero e, o que eu queria era, o que eu vou querer e, comeca com, mandar, me mandar, trazer, me trazer, enviar, ponha na conta, me vende, me prepara",
    ),
    (
        Role::Add,
        "pode voltar, bota de volta, poe de volta, coloca de volta, poe, ponha, por favor poe, poe ai, poe tambem, bota, bota ai, bote, coloca, coloca ai, coloque, colocar, adiciona, adicione, adicionar, acrescenta, \
            acrescente, acrescentar, inclui, inclua, incluir, inclui ai, junta, junta ai, pode por, \
            pode colocar, pode botar, pode incluir, pode adicionar, soma, completa com",
    ),
    (
        Role::Remove,
        "tira, tire, tirar, pode tirar, retira, retire, retirar, remove, remova, remover, exclui, \
            exclua, excluir, apaga, apague, deleta, corta, corte, elimina, cancela, cancele, cancelar, \
            desiste, desisto de, desisti de, desisti da, desisti do, mudei de ideia sobre, nao quero mais, eu nao quero mais, nao queria mais, descarta, esquece, \
            esqueca, larga, some com, abro mao de, risca, desconta, deixa pra la, deixa quieto, diminui, \
            suprime",
    ),
    (
        Role::Change,
        "faz, faca, fazer, muda, mude, mudar, altera, altere, alterar, modifica, modificar, deixa, deixe, deixar, passa, \
            passe, passar, transforma, faz ela, faz ele, aumenta, aumente, aumentar, diminui, atualiza, \
            corrige, corrija, ajusta, vira, na verdade e, quero que seja, que seja, melhor, tem que ser, \
            deve ser",
    ),
    (
        Role::Replace,
        "troca, troque, trocar, troca ai, pode trocar, substitui, substitua, substituir, inverte",
    ),
    (
        Role::InsteadOf,
        "em vez de, em vez da, em vez do, em vez, ao inves de, ao inves da, ao inves do, ao inves, \
            no lugar de, no lugar da, no lugar do, no lugar das, no lugar dos, em vez das, \
            em vez dos, ao inves das, ao inves dos, inves de, em lugar de, em lugar da, em lugar do, \
            invez de, ao invez de",
    ),
    (
        Role::Instead,
        "em vez disso, no lugar, no lugar disso, ao inves disso, em troca",
    ),
    (
        Role::Correction,
        "desculpa, desculpe, perdao, quis dizer, eu quis dizer, quer dizer, quero dizer, digo, alias, ou melhor, melhor dizendo, \
            na verdade, perai, pera, pera ai, espera, espera ai, espere, opa, ops, epa, nao nao, \
            nao desculpa, nao desculpe, nao perai, nao espera, nao pera, corrigindo, me enganei, errei, \
            falei errado, nao quer dizer, nao na verdade, nao alias, desculpa nao, isto e, ou seja, \
            pensando bem, mudei de ideia, nao melhor, melhor nao, nao e, minto, nao so, nao apenas, \
            nao digo, nao opa, foi mal, troquei, \
            esquece, esquece isso, deixa pra la",
    ),
    (
        Role::Half,
        "meia, meio, metade, meia de, metade de, metade com, na metade, em metade, na outra metade, \
            outra metade, a outra metade, a outra metade de, outra metade de, numa metade, uma metade de, \
            uma metade, de um lado, do outro lado, do outro, outra meia, e meia, 1/2, meia com, \
            uma parte de, outra parte de, \
            uma metade com, a outra metade com, outra metade com",
    ),
    (
        Role::HalfAndHalf,
        "meio a meio, meia a meia, meio a meio de, meio e meio, meia e meia, meio meio, meia meia, \
            metade metade, metade e metade, dois sabores, de dois sabores, com dois sabores",
    ),
    (
        Role::Other,
        "outra, a outra, outro, o outro, as outras, os outros, a outra de, o resto",
    ),
    (
        Role::Another,
        "mais um, mais uma, outro, outra, mais outra, mais outro, outra vez, de novo, mais um de, \
            mais uma de, repete, repete a, repete o, repetir, outra dose de",
    ),
    (Role::Ordinal(1), "primeira, primeiro, a primeira, o primeiro"),
    (Role::Ordinal(2), "segunda, segundo, a segunda, o segundo"),
    (Role::Ordinal(3), "terceira, terceiro, a terceira, o terceiro"),
    (Role::Ordinal(4), "quarta, quarto, a quarta, o quarto"),
    (Role::Ordinal(5), "quinta, quinto, a quinta, o quinto"),
    (
        Role::Last,
        "ultima, ultimo, a ultima, o ultimo, ultimas, ultimos, as ultimas, os ultimos",
    ),
    (
        Role::All,
        "todas, todos, todas elas, todos eles, ambas, ambos, as duas, os dois, as tres, os tres, nas duas, nos dois, nas tres, nos tres, \
            em ambas, em ambos, em todas, em todos, em todas as, em todos os, pras duas, pros dois, para as duas, \
            cada uma, cada um, todas as, todos os",
    ),
    (
        Role::Everything,
        "tudo, o pedido todo, o pedido inteiro, pedido inteiro, pedido todo, isso tudo, tudo isso",
    ),
    (
        Role::Both,
        "ambas, ambos, as duas, os dois, nas duas, nos dois, em ambas, em ambos, pras duas, pros dois, para as duas",
    ),
    (
        Role::Meant,
        "quis dizer, eu quis dizer, quero dizer, quer dizer, digo",
    ),
    (
        Role::OneOf,
        "uma delas, um deles, uma dessas, um desses, uma destas, um destes, so uma delas, so um deles",
    ),
    (
        Role::OfEach,
        "de cada, de cada uma, de cada um, de cada tipo, de cada sabor",
    ),
    (Role::Plain, "pura, puro, puras, puros, simples, normal"),
    (
        Role::Restate,
        "sao, era, eram, foi, foram, eu disse, disse, eu falei, falei, eu pedi, na verdade sao",
    ),
    (
        Role::Double,
        "dobra, dobre, dobrar, duplica, duplique, o dobro de, o dobro da, o dobro do, dobro de, o dobro",
    ),
    (Role::Determiner, "algum, alguma, alguns, algumas"),
    (Role::Adjective, ADJECTIVES),
    (Role::Chat, CHAT),
    (
        Role::Filler,
        "somos, nos somos, a gente e, eh, ee, eee, eeh, ah, ahn, ahm, aham, hum, humm, hmm, hm, uh, uhm, ham ham, ne, tipo, \
            tipo assim, assim, sabe, entao, bom, tipo um, deixa eu ver, deixa ver, vamos ver, \
            deixe me ver, ai meu deus, olha, veja, viu, ta, hein, oh, oba, uai, cara, mano, meu, ixi, \
            eita, mm, mmm, eeee, ehh, aa, aaa, aah",
    ),
];

const ADJECTIVES: &str = "grelhado, grelhada, frito, frita, fritas, assado, assada, fresco, fresca, quente, frio, fria, \
            gelado, gelada, gelados, geladas, picante, doce, vermelho, vermelha, verde, branco, branca, \
            preto, preta, amarelo, amarela, roxo, roxa, grande, grandes, pequeno, pequena, crocante, \
            simples, normal, tradicional, tradicionais, classico, classica, caseiro, caseira, \
            bem passado, bem passada, mal passado, ao ponto, derretido, ralado, ralada, picado, picada, \
            cozido, cozida, cru, crua, inteiro, inteira, bom, boa, gostoso, gostosa, novo, nova, alto, \
            alta, tamanho, tipo, sabor, medio, media, duplo, dupla, especial, pronto, pronta, natural, \
            leve, fino, fina, grosso, grossa, seco, seca, recheado, recheada, desfiado, desfiada, \
            defumado, temperado, mesmo, mesma, bebida, combo, delicia, deliciosa, delicioso";

const CHAT: &str = "se puder, se tiver, de volta, diz, diga, me diz, me diga, aniversario, gentileza, fazer a gentileza de, faria a gentileza de, por favorzinho, favorzinho, cairia bem, cai bem, \
            cortada ao meio, cortado ao meio, partida ao meio, partido ao meio, cortada no meio, cortado no meio, seria bom, incomodo, se nao for incomodo, se nao for pedir muito, se der, eu, voce, voces, nos, tu, me, mim, te, se, lhe, gente, a gente, que, quem, qual, quais, \
            quando, onde, como, porque, por que, pois, e que, ser, sera, sao, foi, era, estou, esta, \
            estao, to, ta bom, tudo bem, tem, ter, tenho, tinha, ha, vou, vamos, ir, iria, indo, fazer, \
            fazendo, pedindo, querendo, pode, posso, podem, por favor, por gentileza, favor, porfa, \
            pfv, pfvr, obrigado, obrigada, brigado, brigada, muito obrigado, muito obrigada, valeu, \
            agradeco, oi, ola, alo, bom dia, boa tarde, boa noite, oi boa noite, tudo bom, beleza, \
            opa tudo bem, oie, senhor, senhora, moco, moca, amigo, amiga, querido, querida, chefe, \
            parceiro, hoje, agora, ja, ainda, sempre, nunca, amanha, aqui, ali, la, cima, em cima, \
            embaixo, dentro, fora, perto, longe, porem, caso, bem, mal, muito bem, certo, certinho, \
            sim, claro, ok, okay, isso ai, por mim, pra mim, para mim, pra nos, pra gente, para viagem, \
            pra viagem, pra entrega, para entrega, pra levar, pra comer, para comer, pra beber, \
            para beber, de beber, pra jantar, no jantar, no almoco, casa, familia, filho, filha, \
            filhos, mulher, marido, esposa, esposo, irmao, irma, mae, pai, namorado, namorada, criancas, crianca, fome, com fome, \
            morrendo de fome, nenhum, nenhuma, coisa, coisas, algo, nada, mais nada, so isso, \
            e so isso, isso, e isso, so, mesmo, mesma, tal, tanto, tao, quase, depois, antes, primeiro, \
            enfim, por fim, junto, junta, tambem, ate, entre, sobre, contra, desde, acho, acho que, \
            eu acho, eu acho que, gosto, gosto de, adoro, amo, pedido, pedidos, meu pedido, um pedido, \
            o pedido, no pedido, do pedido, cardapio, loja, restaurante, pizzaria, entrega, delivery, \
            retirada, nome, numero, telefone, cliente, vez, vezes, hora, minuto, um minuto, \
            so um minuto, um momento, um instante, rapidinho, la em casa, sabor, conta, dar, da, dando, \
            ver, vendo, veja, querer, quer, queira, vem, venha, vir, vindo, fica, fique, ficar, seria, \
            seriam, eram, estava, estar, sendo, sido, feito, feita, vao, as vezes, com certeza, \
            na hora, no capricho, capricho, por enquanto, por hoje, ne, aqui em casa, cada, todo, toda, \
            todinha, inteirinha, ao todo, no total, sei, saber, vontade, to com vontade de, \
            estou com vontade de, com vontade de, desejando, imagina, mantem, mantenha, continua, ontem, bla, ixe, aff, uau, talvez, quem sabe, tanto faz, por ai, ai, perfeito, otimo, \
            maravilha, show, blz, vc, vcs, tb, tbm, q, p, n";
