//! What a customer says in Brazilian Portuguese to agree, refuse, finish, ask, cancel, and the like.

use crate::interpreter::Act;

pub(super) const ACTS: &[(Act, &str)] = &[
    (
        Act::Done,
        "pronto, fecha, fecha ai, pode fechar ai, fecha tudo, so isso, e so isso, so isso mesmo, e so isso mesmo, e so, so, so mesmo, isso so, mais nada, \
            nada mais, nao quero mais nada, nao mais nada, nao so isso, nao e so isso, nao e so, \
            por enquanto e so, por enquanto e so isso, por enquanto so isso, por hoje e so, e isso, \
            e isso ai, e isso mesmo, e so por hoje, e so por enquanto, seria so isso, seria isso, \
            so isso por enquanto, pode fechar, pode fechar o pedido, fecha o pedido, fecha a conta, \
            fechar o pedido, fechar pedido, quero fechar, quero fechar o pedido, fecha pra mim, finaliza, \
            finalizar, finaliza o pedido, finalizar o pedido, pode finalizar, terminei, acabei, acabou, \
            ja terminei, ja acabei, ja e isso, ja e so, esta bom assim, ta bom assim, assim ta bom, \
            ja ta bom, ta otimo assim, nada, basta, chega, encerra o pedido, encerrar o pedido, concluir, \
            concluir o pedido, conclui o pedido, era so isso, era isso, so essas, so esses, so essa, \
            so esse, nao obrigado so isso, nao obrigada so isso, isso e tudo, e tudo, tudo isso, \
            nao preciso de mais nada, mais nada nao, so isso ai, isso ai so, so isso obrigado, so isso obrigada, e so isso por hoje, acho que e isso, acho que e so isso, acho que so, \
            pode fechar assim, pode fechar tudo, fecha assim, fecha por favor, pode encerrar, fechou o pedido, \
            nao quero mais nada nao, mais nada por enquanto, nada nao, nao nada, nao nao so isso, \
            so isso ta bom, ta bom isso, era so, era so isso mesmo, e tudo por hoje, e tudo por enquanto, \
            isso completa, ta fechado, pode concluir, ja deu, por mim e so, de resto nada, ja basta, \
            ta completo, esta completo",
    ),
    (
        Act::Status,
        "cade meu, cade minha, cade meus, cade minhas, cade o, cade a, cade os, cade as, cade os meus, cade as minhas, onde estao os meus, onde estao as minhas, onde estao meus, onde estao minhas, onde esta meu, onde esta minha, onde esta o, onde esta a, onde ta meu, onde ta minha, onde ta o, onde ta a, cade meu pedido, cade o meu pedido, cade o pedido, cade minha pizza, cade a minha pizza, \
            cade a pizza, cade minha comida, cade a comida, cade a minha comida, cade, \
            onde esta meu pedido, onde esta o meu pedido, onde ta meu pedido, onde ta o meu pedido, \
            onde esta minha pizza, onde ta minha pizza, onde esta a minha comida, onde ta a minha comida, \
            onde anda meu pedido, onde anda minha pizza, meu pedido, status do pedido, \
            status do meu pedido, qual o status, qual e o status, como esta meu pedido, \
            como esta o meu pedido, como ta meu pedido, como ta o meu pedido, como anda meu pedido, \
            acompanhar pedido, acompanhar meu pedido, acompanhar o pedido, rastrear pedido, \
            rastrear meu pedido, meu pedido ja saiu, ja saiu meu pedido, ja saiu o pedido, ja saiu, \
            o pedido ja saiu, saiu pra entrega, meu pedido esta pronto, meu pedido ta pronto, ta pronto, \
            esta pronto, ja ta pronto, ja esta pronto, ja ta chegando, ta chegando, esta chegando, \
            quanto tempo falta, falta quanto tempo, falta muito, falta muito ainda, ainda falta muito, \
            quanto falta, ainda demora, ainda vai demorar, ainda vai demorar muito, quando chega, \
            quando e que chega, quando que chega, ta vindo, ja ta vindo, esta vindo, ja esta vindo, ja vem, \
            ja ta a caminho, ta a caminho, esta a caminho, ja esta a caminho, saiu ja, ja foi feito, \
            ja ta no caminho, cade meu almoco, cade o meu almoco, cade o almoco, e o meu almoco, e meu almoco, \
            onde ta meu almoco, onde esta meu almoco, meu almoco ja saiu, onde ele ta, onde ele esta, \
            onde ela ta, cade ele, cade ela, cade isso, a quantas anda meu pedido, a quantas anda, \
            alguma novidade, tem novidade, tem noticia, tem noticia do meu pedido, alguma noticia, \
            chega que horas, vai chegar que horas, que hora chega, em quanto tempo chega, \
            quanto tempo mais, mais quanto tempo, \
            quando vai chegar, que horas chega, que horas vai chegar, a que horas chega, \
            e meu pedido, e o meu pedido, e a minha pizza, e minha pizza, cade o entregador, \
            onde esta o entregador, onde ta o entregador, cade o motoboy, onde ta o motoboy, \
            cade a entrega, ver meu pedido chegando, novidade do meu pedido, status",
    ),
    (
        Act::Cancel,
        "cancela, cancele, cancelar, cancela tudo, cancelar tudo, cancela o pedido, \
            cancela meu pedido, cancela o meu pedido, cancela esse pedido, cancelar o pedido, \
            cancelar pedido, cancelar meu pedido, cancele o pedido, cancele meu pedido, cancele tudo, \
            cancela isso, quero cancelar, queria cancelar, quero cancelar o pedido, \
            quero cancelar meu pedido, preciso cancelar, preciso cancelar o pedido, \
            preciso cancelar meu pedido, pode cancelar, pode cancelar o pedido, pode cancelar tudo, \
            gostaria de cancelar, gostaria de cancelar o pedido, gostaria de cancelar meu pedido, \
            desisto, desisti, desisti do pedido, desisto do pedido, nao quero mais, \
            nao quero mais o pedido, nao quero mais pedir, esquece, esquece o pedido, esquece tudo, \
            esquece isso, deixa pra la, deixa para la, deixa quieto, anula, anula o pedido, \
            anular o pedido, suspende o pedido, vou querer cancelar, da pra cancelar, da para cancelar, \
            tem como cancelar, cancela por favor, cancela pra mim, cancela meu almoco, cancela ai, pode cancelar meu pedido, \
            quero que cancele, nao quero mais nao, mudei de ideia cancela, cancela tudo ai",
    ),
    (
        Act::StartOver,
        "comeca de novo, comecar de novo, comecar do zero, comeca do zero, recomeca, recomecar, \
            do zero, de novo do comeco, do comeco, do inicio, vamos comecar de novo, vamos recomecar, \
            vamos comecar do zero, quero comecar de novo, quero recomecar, zera, zera tudo, zerar, \
            zera o pedido, zerar o pedido, zera ai, limpa tudo, limpa o pedido, limpa o carrinho, \
            limpar tudo, limpar o pedido, esvazia o carrinho, esvaziar o carrinho, apaga tudo, \
            apagar tudo, tira tudo, tirar tudo, pode tirar tudo, remove tudo, remover tudo, retira tudo, \
            exclui tudo, novo pedido, pedido novo, fazer outro pedido, refazer o pedido, refazer pedido, \
            refaz o pedido, reinicia, reiniciar, reinicia o pedido, recomeca o pedido, joga tudo fora, esvazia, esvazia tudo, esvaziar, esvazia o pedido, esvaziar o pedido, tira tudo ai, pode limpar, \
            pode limpar tudo, limpa, limpar, limpa ai, pode esvaziar, pode apagar tudo, apaga o pedido, \
            apagar o pedido, apaga esse pedido, tira tudo do carrinho, tira tudo do pedido, remove todos, \
            tira todos, comecar outra vez, comeca outra vez, comeca tudo de novo, comecar tudo de novo, \
            vamos do zero, quero do zero, pedido do zero, outro pedido, quero fazer outro pedido, \
            um pedido novo, um novo pedido, quero um novo pedido, zera esse pedido, zero, reseta",
    ),
    (
        Act::Review,
        "o que eu pedi, o que eu pedi ate agora, o que ja pedi, o que eu ja pedi, que que eu pedi, \
            o que pedi, o que tem no pedido, o que tem no meu pedido, o que ta no pedido, \
            o que ta no meu pedido, o que esta no meu pedido, o que tem no carrinho, \
            o que ta no carrinho, o que tem ate agora, qual e o meu pedido, qual e meu pedido, \
            qual o meu pedido, qual meu pedido, le o pedido, le meu pedido, le o meu pedido, \
            leia o pedido, leia meu pedido, repete o pedido, repete meu pedido, repete o meu pedido, \
            repita o pedido, repita meu pedido, revisar, revisa, revisa o pedido, revisar o pedido, \
            revisar pedido, resumo, resumo do pedido, resume o pedido, confere o pedido, \
            conferir o pedido, confere pra mim, como ficou, como ficou o pedido, como ficou meu pedido, \
            como ta ficando o pedido, meu pedido ate agora, \
            o que voce anotou, o que anotou, o que voce tem anotado, mostra o pedido, mostra meu pedido, \
            fala meu pedido, fala o pedido",
    ),
    (
        Act::Menu,
        "o que tem, o que que tem, que que tem, o que voces tem, o que voce tem, o que vcs tem, \
            o que tem ai, o que tem hoje, o que tem pra hoje, o que tem no cardapio, o que tem no menu, \
            o que tem pra comer, o que voces vendem, o que vende, \
            o que vendem, o que voces servem, cardapio, o cardapio, menu, o menu, le o cardapio, \
            leia o cardapio, me fala o cardapio, fala o cardapio, diz o cardapio, me diz o cardapio, \
            quero ouvir o cardapio, quero ver o cardapio, queria ver o cardapio, ver o cardapio, \
            ver cardapio, mostra o cardapio, me mostra o cardapio, quais as opcoes, quais sao as opcoes, \
            quais opcoes, que opcoes, que opcoes tem, quais opcoes tem, o que posso pedir, \
            o que eu posso pedir, o que da pra pedir, tem o que, tem o que ai, o que mais tem, que mais tem, \
            o que tem de comer, o que tem pro almoco, tem cardapio, o que vc tem",
    ),
    (
        Act::Thanks,
        "obrigado, obrigada, muito obrigado, muito obrigada, brigado, brigada, obrigadao, brigadao, \
            obrigadinha, obrigadinho, valeu, valeu demais, valeu mesmo, agradeco, agradecido, agradecida, \
            grato, grata, muito grato, muito grata, obrigado mesmo, obrigada mesmo, obrigado pela ajuda, \
            obrigada pela ajuda, obrigado viu, obrigada viu, deus te abencoe, muito gentil, vlw, obg, thanks",
    ),
    (
        Act::HoldOn,
        "espera, espere, espera ai, espera um pouco, espera um pouquinho, espera um minuto, \
            espera um momento, espera um segundo, espera so um pouco, espera so um minuto, \
            espera um instante, espera um tempinho, pera, pera ai, perai, pera la, pera um pouco, \
            perai um pouco, perai um minuto, perai um minutinho, so um minuto, so um minutinho, so um momento, \
            so um momentinho, so um segundo, so um segundinho, so um instante, so um instantinho, \
            so um pouco, so um pouquinho, um minuto, um minutinho, um momento, um momentinho, um segundo, \
            um segundinho, um instante, um instantinho, um tempinho, calma, calma ai, calma la, guenta ai, \
            guenta, aguenta ai, aguarda, aguarde, aguarda um pouco, aguarda um minuto, segura ai, segura, \
            deixa eu pensar, deixa eu ver, deixa eu ver aqui, deixa ver, deixe eu ver, deixa eu perguntar, \
            deixa eu decidir, vou pensar, to pensando, estou pensando, ainda to pensando, to decidindo, \
            to vendo, ja volto, volto ja, me da um minuto, me da um minutinho, me da um segundo, \
            me da um tempo, da um tempo, da um tempinho, pausa, so um tempo, rapidinho",
    ),
    (
        Act::Slower,
        "mais devagar, devagar, devagarinho, bem devagar, mais lento, mais lentamente, lentamente, \
            mais calmo, mais pausado, muito rapido, rapido demais, ta muito rapido, esta muito rapido, \
            ta rapido demais, esta rapido demais, ta falando muito rapido, esta falando muito rapido, \
            voce ta falando muito rapido, voce esta falando muito rapido, voce fala muito rapido, \
            voce fala rapido demais, fala muito rapido, falou muito rapido, voce falou muito rapido, \
            foi muito rapido, foi rapido demais, fala devagar, fala mais devagar, fale devagar, \
            fale mais devagar, falar mais devagar, fala um pouco mais devagar, fala mais lento, \
            fala bem devagar, fale um pouco mais devagar, um pouco mais devagar, um pouquinho mais devagar, \
            pode falar mais devagar, pode falar devagar, poderia falar mais devagar, \
            pode falar um pouco mais devagar, da pra falar mais devagar, tem como falar mais devagar, \
            vai devagar, vai mais devagar, vamos devagar, va mais devagar, nao tao rapido, \
            repete mais devagar, repete devagar, fala de novo mais devagar, diz mais devagar, \
            mais devagar ai, menos rapido, diminui a velocidade, reduz a velocidade",
    ),
    (
        Act::Spell,
        "soletra, soletra ai, soletra isso, soletra pra mim, soletra para mim, soletra isso pra mim, \
            soletra o, soletra a, soletra o nome, soletra a rua, soletra o endereco, soletra o numero, \
            soletre, soletre isso, soletre pra mim, soletre para mim, soletrar, soletrando, me soletra, \
            pode soletrar, pode soletrar isso, pode soletrar pra mim, pode soletrar para mim, \
            voce pode soletrar, poderia soletrar, da pra soletrar, tem como soletrar, consegue soletrar, \
            quero que soletre, como se escreve, como se escreve isso, como e que se escreve, \
            como que se escreve, como escreve, como escreve isso, como e que escreve, como que escreve, \
            como se soletra, letra por letra, letra a letra, numero por numero, numero a numero, \
            digito por digito, digito a digito, uma letra de cada vez, um numero de cada vez, \
            um digito de cada vez, fala letra por letra, fala numero por numero, diz letra por letra, \
            diz numero por numero, repete letra por letra, repete numero por numero, \
            repete o numero um por um, pode falar letra por letra, pode falar numero por numero",
    ),
    (
        Act::Continue,
        "continua, continuar, continue, continuamos, continuemos, vamos continuar, quero continuar, \
            pode continuar, continua ai, continua o pedido, continuar o pedido, continua meu pedido, \
            continuar meu pedido, continuar com o pedido, continua com o pedido, continua com ele, \
            continua com esse, continua com isso, continua de onde parou, continua de onde parei, \
            continuar de onde parei, de onde parei, de onde parou, de onde paramos, onde paramos, \
            onde eu parei, segue, seguir, siga, segue ai, segue em frente, segue o pedido, segue com ele, \
            segue com o pedido, vamos seguir, pode seguir, prossegue, prosseguir, prossiga, \
            pode prosseguir, vamos em frente, em frente, adiante, avante, mantem, mantem o pedido, mantem assim, \
            mantem tudo, manter, manter o pedido, fica com ele, fica com esse, retoma, retomar, \
            retoma o pedido, retomar o pedido, esse mesmo, o que ja tava, o que eu tinha, \
            com o que tem, continuo, sigo, quero seguir, toca o barco, bora continuar",
    ),
    (
        Act::Help,
        "ajuda, me ajuda, me ajude, preciso de ajuda, quero ajuda, socorro, como funciona, \
            como e que funciona, como faco, como faco pra pedir, como faco para pedir, como eu peco, \
            como peco, como pedir, o que eu falo, o que posso falar, o que eu posso falar, o que eu posso dizer, o que posso dizer, o que eu posso falar, \
            o que posso dizer, o que eu digo, o que voce faz, o que voce sabe fazer, nao entendi nada, \
            nao sei o que fazer, to perdido, to perdida, quem e voce, instrucoes, como usa, \
            como e que eu faco",
    ),
    (
        Act::Repeat,
        "repete, repita, repetir, repete por favor, pode repetir, poderia repetir, repete isso, \
            repete ai, repete de novo, fala de novo, fala outra vez, fale de novo, diz de novo, \
            diga de novo, de novo, outra vez, mais uma vez, como e, como, como assim, o que voce disse, \
            o que disse, o que voce falou, o que foi, o que foi que voce disse, nao entendi, nao ouvi, \
            nao escutei, nao peguei, desculpa nao entendi, desculpe nao entendi, que, o que, \
            oi nao entendi, hein, pode falar de novo, pode dizer de novo, perdao nao entendi, ha, como que e, como e que e, o que foi que voce falou, \
            que foi que voce disse, o que voce perguntou, qual era a pergunta, qual foi a pergunta, \
            repete a pergunta, pode repetir por favor, repete pra mim, fala mais uma vez, \
            nao entendi direito, nao ouvi direito, nao entendi o que voce disse, nao escutei direito, perdao, \
            nao deu pra ouvir, nao deu pra entender, nao consegui ouvir, quais eram as opcoes, diz outra vez, \
            me repete, da pra repetir, repete o que voce disse, que que voce falou, que que voce disse, o que que foi",
    ),
    (
        Act::Stop,
        "para, pare, parar, parou, sair, sai, tchau, adeus, ate logo, ate mais, ate mais tarde, falou, \
            fim, encerra, encerrar, fechar, chega por hoje, cala a boca, cala boca, quieta, silencio, \
            desliga, desligar, tchau tchau, tchauzinho, vou desligar, quero sair, ate amanha",
    ),
    (
        Act::Greet,
        "oi, ola, alo, bom dia, boa tarde, boa noite, opa, e ai, oi tudo bem, ola tudo bem, tudo bem, \
            tudo bom, oi tudo bom, eae, salve, fala, oie, oi oi, como vai, como voce esta",
    ),
];

pub(super) const YES: &str = "sim, isso, isso mesmo, isso ai, e isso, e isso ai, e isso mesmo, claro, claro que sim, \
            com certeza, certeza, certo, ta certo, esta certo, certinho, correto, esta correto, \
            ta correto, exato, exatamente, ok, okay, ta, ta bom, esta bom, ta otimo, ta ok, tudo certo, \
            tudo ok, beleza, blz, fechou, fechado, combinado, pode, pode sim, pode ser, pode mandar, \
            pode mandar sim, pode mandar ver, manda, manda ver, manda bala, manda ai, pode enviar, \
            pode pedir, pode confirmar, pode fazer, pode ir, pode prosseguir, pode fechar, fecha, fecha ai, fecha o pedido, fecha a conta, pode fechar o pedido, confirma, \
            confirmo, confirmado, confirmar, confirma ai, envia, quero, quero sim, eu quero, aceito, \
            perfeito, otimo, maravilha, show, joia, positivo, uhum, aham, ahan, hurrum, sim por favor, \
            por favor, faz isso, faca isso, vai, vai la, bora, vamos, vamos la, segue, pode seguir, \
            continua, pode continuar, e sim, ta sim, esta sim, foi, foi isso, sim senhor, sim senhora, acho que sim, de acordo, \
            concordo, tranquilo, suave, demoro, demorou, legal, boa, pode crer, isso e, ta valendo, valendo, \
            fechado entao, fechou entao, fechou ai, manda sim, pode mandar ai, pode mandar entao, pode mandar por favor, \
            manda por favor, manda logo, manda pra ca, pode fechar sim, sim pode, sim pode mandar, sim manda, \
            sim isso, sim isso mesmo, sim e isso, isso pode mandar, isso manda, e esse mesmo, esse mesmo, \
            essa mesmo, essa mesma, e essa, e essa mesma, ta certinho, tudo certinho, ta perfeito, ficou otimo, \
            ficou bom, ficou perfeito, assim mesmo, exatamente isso, isso exatamente, com certeza sim, \
            opa sim, ok pode, ok pode mandar, ok manda, pode pedir sim, confirma sim, sim confirma, \
            sim confirmo, pode crer que sim, uhum sim, aham sim, arram, hunrum, unhum, certo isso, \
            certissimo, corretissimo, ta valendo sim, faz ai, manda brasa, pode tocar, toca ficha, bora la, \
            ja e, ta joia, joinha, ta beleza, beleza entao, beleza pode mandar, tudo bem, por mim sim, \
            por mim ok, sim claro, sim com certeza, sim obrigado, sim obrigada, sim senhorita, yes";

pub(super) const NO: &str = "nao manda ainda, nao manda nao, ainda nao manda, nao, n, nao nao, nao obrigado, nao obrigada, nao brigado, nao valeu, nao e isso, nao e, \
            nao ta, nao esta, nao ta certo, nao esta certo, ta errado, esta errado, errado, negativo, \
            de jeito nenhum, jeito nenhum, nada disso, claro que nao, ainda nao, agora nao, hoje nao, \
            acho que nao, nao quero, eu nao quero, nao pode, nao manda, nao mande, nao faz, \
            nao faca isso, nao confirma, nao precisa, dispenso, melhor nao, nem pensar, nunca, deixa, deixa assim nao, deixa estar, deixa so, incorreto, nao senhor, nao senhora, que nao, nenhum, \
            nenhuma, nem um, nao e nao, nao foi isso, ainda nao pode, nao ainda nao, nao por enquanto, por enquanto nao, nao agora, nao agora nao, \
            nao faca, nao envia, nao envie, nao pode mandar, nao confirmo, nao esta correto, nao ta correto, \
            nao ficou certo, nao e bem isso, nao e isso nao, nao quero nao, quero nao, precisa nao, \
            nao precisa nao, pode nao, de forma alguma, de forma nenhuma, nananinanao, nops, que nada, \
            nenhum deles, nenhuma delas, nenhum dos dois, nenhuma das duas, nem um nem outro, \
            nao e esse, nao e essa, ta nao, neca, nem, nem a pau, to fora, deixa sem";
