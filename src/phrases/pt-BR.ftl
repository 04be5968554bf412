# O que a Comanda diz em português. Frases curtas, a mudança primeiro, uma pergunta por vez.

# Abertura
launch = Oi, aqui é { $shop }. O que vai ser?
launch-draft = Oi de novo. Você tem { $lines }. Mais alguma coisa?
launch-order = { $news } Quer mais alguma coisa?

# Pedindo
added = { $lines }.
again = Agora { $line }.
removed = { $gender ->
    [f] { $count ->
        [one] Tirei a { $name }.
       *[other] Tirei as { $name }.
      }
   *[m] { $count ->
        [one] Tirei o { $name }.
       *[other] Tirei os { $name }.
      }
  }
changed = Agora { $line }, { $total } no total.
changed-open = Agora { $line }.
replaced = Troquei { $old } por { $new }.
anything-else = Mais alguma coisa?
anything-else-short = Mais alguma coisa?
go-on = O que mais?
nothing-ordered = Nada pedido ainda. O que vai ser?
review = Até agora { $lines }.
review-total = { $total } no total.
suggest = { $item } pra acompanhar?
declined = Tudo bem.
emptied = Pronto, o pedido está vazio.
start-over-ask = Apago o pedido e começamos de novo?

# Perguntando
ask-value = Qual { $what } para { $name }: { $choices }?
ask-group = Qual { $what } para { $name }: { $choices }?
ask-short = { $choices }?
which-one = Qual deles: { $choices }?
or-another = outra opção

# O que não dá
off-menu = Não temos { $what }.
item-off = Hoje não tem { $name }.
not-on-item = { $name } não vem com { $option }.
not-in-value = { $name } não tem { $value }.
too-many-options = É mais { $what } do que cabe: no máximo { $most }.
too-many = Posso anotar até cinquenta de cada.
too-many-lines = É o máximo que cabe num pedido.
gone = Algo do seu pedido saiu do cardápio, então tirei.
no-such-line = Não vejo isso no seu pedido.
short-none = Acabou { $name }. O que prefere no lugar?
short-some = { $gender ->
    [f] Só temos { $count } { $name }. Quantas vão ser?
   *[m] Só temos { $count } { $name }. Quantos vão ser?
  }

# Mandando
read-back = { $lines }, { $how }.
read-back-total = { $total }, uns { $minutes } minutos.
way-delivery = Para entrega.
way-pickup = Para retirada.
no-delivery = Não entregamos; você pode retirar.
no-pickup = Aqui não dá para retirar; nós entregamos.
for-delivery = para entrega
for-pickup = para retirada
send-it = Posso mandar?
send-it-short = Mando?
sent = Enviado. Aviso quando a cozinha aceitar.
sent-already = Já foi enviado.
changed-meanwhile = O pedido mudou. Vou ler de novo.
not-sent = Não mandei. O que eu mudo?
nothing-to-send = Ainda não tem nada para mandar. O que vai ser?

# Cadê
status-none = Você não tem pedido em andamento. Quer pedir?
status-draft = Ainda não foi enviado.
status-sent = Foi enviado; a cozinha ainda não aceitou.
status-accepted = A cozinha está preparando seu pedido. Faltam uns { $minutes } minutos.
status-accepted-late = Atrasou, desculpe. A cozinha ainda está preparando seu pedido.
status-ready-delivery = Está pronto, esperando o entregador.
status-ready-pickup = Está pronto para retirar.
status-out = Já saiu, está a caminho.
status-delivered = Foi entregue.
status-collected = Foi retirado.
status-cancelled = Foi cancelado.
status-failed = { $problem }

# Cancelando
cancel-ask = Cancelo seu pedido? É de graça, a cozinha ainda não aceitou.
cancel-ask-late = A cozinha já aceitou, então quem decide é a loja. Peço para cancelarem?
cancelling = Certo, estou cancelando.
cancel-asked = Pedi à loja. Ela decide.
cancel-declined = A loja já disse que não. O pedido fica como está.
cancel-ended = Agora não dá mais: { $status }
kept = Tudo bem, fica como está.

# Sempre
help-empty = Diga o que você quer, como "uma calabresa grande e um guaraná". Peça o cardápio, ou diga parar.
help-draft = Você pode pôr, mudar ou tirar alguma coisa. Diga "só isso" quando terminar.
help-send = Diga sim e eu mando, ou diga o que mudar.
help-order = Pergunte cadê o pedido, cancele, ou peça outra coisa.
menu = Temos { $categories }. O que vai ser?
greeting = Oi. O que vai ser?
greeting-short = O que vai ser?
bye = Até mais.
bye-draft = Guardo seu pedido para depois. Até mais.
miss-first = Desculpe, não entendi. O que vai ser?
miss-draft = Desculpe, não entendi. O que eu ponho ou mudo?
miss-send = Desculpe, sim ou não: posso mandar?
miss-question = Desculpe, sim ou não?
miss-again = Ainda não entendi. Tente algo como "uma calabresa grande".
miss-person = Não estou entendendo, desculpe. Você também pode ligar para a loja.
silence = Você ainda está aí? O que vai ser?
trouble = Desculpe, algo deu errado aqui. Pode repetir?

# Avisos
news-accepted = { $minutes ->
    [none] { $shop } aceitou seu pedido.
   *[other] { $shop } aceitou seu pedido. Uns { $minutes } minutos.
  }
news-ready-pickup = Seu pedido em { $shop } está pronto para retirar.
news-out = Seu pedido de { $shop } saiu para entrega.
news-delivered = Seu pedido de { $shop } foi entregue. Bom apetite!
news-collected = Seu pedido de { $shop } foi retirado. Bom apetite!
news-cancelled = Seu pedido foi cancelado. Você não paga nada.
news-not-cancelled = Desculpe, a loja não pode mais cancelar seu pedido. Fica como está.
news-failed = { $problem } O pedido está cancelado e você não paga nada.

# O que deu errado
problem-sold-out = Desculpe, acabou { $names } antes de o pedido chegar à cozinha.
problem-sold-out-some = Desculpe, algo do seu pedido acabou antes de chegar à cozinha.
problem-payment = Desculpe, o pagamento não passou.
problem-kitchen-refused = Desculpe, a cozinha não pode aceitar seu pedido.
problem-kitchen-silent = Desculpe, a cozinha não respondeu.
problem-kitchen-late = Desculpe, a cozinha não conseguiu terminar seu pedido.
problem-no-courier = Desculpe, não achamos entregador.
problem-not-delivered = Desculpe, não conseguimos entregar seu pedido.
problem-not-collected = Desculpe, seu pedido não foi retirado a tempo.
problem-fault = Desculpe, algo deu errado com seu pedido aqui.

# Partes de linhas
extra = { $option } extra
light = { $gender ->
    [f] pouca { $option }
   *[m] pouco { $option }
  }
with = com { $options }
without = sem { $option }
list-two = { $first } e { $second }
list-or = { $first } ou { $second }
half = meia { $option }
of-container = { $container } de { $name }
