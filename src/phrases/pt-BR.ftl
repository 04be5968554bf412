# O que a Comanda diz em português. Frases curtas, a mudança primeiro, uma pergunta por vez.

# Abertura
launch-draft = Oi de novo. Você tem { $lines }.

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
go-on = O que mais?
nothing-ordered = Nada pedido ainda.
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

# Mandando
way-delivery = Para entrega.
no-delivery = Não entregamos; você pode retirar.
no-pickup = Aqui não dá para retirar; nós entregamos.
send-it = Posso mandar?
send-it-short = Mando?
sent = Enviado. Aviso quando a cozinha aceitar.
sent-already = Já foi enviado.
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
status-delivered = Foi entregue.
status-collected = Foi retirado.
status-cancelled = Foi cancelado.
status-failed = { $problem }

# Cancelando
cancel-ask = A cozinha ainda não aceitou, então é de graça. Cancelo seu pedido?
cancel-ask-late = A cozinha já aceitou, então quem decide é a loja. Peço para cancelarem?
cancelling = Certo, estou cancelando.
cancel-asked = Pedi à loja. Ela decide.
cancel-declined = A loja já disse que não. O pedido fica como está.
cancel-ended = Agora não dá mais. { $status }
nothing-to-cancel = Não tem nada para cancelar.
kept = Tudo bem, fica como está.

# Sempre
help-empty = Diga o que você quer, como "uma calabresa grande e um guaraná". Peça o cardápio, ou diga parar.
help-draft = Você pode pôr, mudar ou tirar alguma coisa. Diga "só isso" quando terminar.
help-send = Diga sim e eu mando, ou diga o que mudar.
greeting-short = O que vai ser?
bye = Até mais.
miss-first = Desculpe, não entendi. O que vai ser?
miss-draft = Desculpe, não entendi. O que eu ponho ou mudo?
trouble = Desculpe, algo deu errado aqui. Pode repetir?
one-moment = Só um instante.

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
list-nor = { $first } nem { $second }
half = meia { $option }
of-container = { $container } de { $name }

# Opening
launch = Oi, aqui é { $shop }.
launch-order = { $news } Quer mais alguma coisa?
hello = Oi.
greeting = Oi. O que vai ser?

# Choosing
which-one = Qual deles: { $choices }?
or-another = outra opção
ask-numbers = Desculpe, { $choices }?
how-many = { $gender ->
    [f] Quantas vão ser?
   *[m] Quantos vão ser?
  }
ask-instead = Quer { $item } no lugar?
short-some = Só temos { $count } { $name }.
not-today = { $name } só tem { $days }.

# Where it goes
ask-fulfilment = Entrega ou retirada?
ask-usual-address = No seu endereço de sempre, { $address }?
ask-usual-address-unread = No seu endereço de sempre?
ask-pickup-instead = Quer retirar aqui?
ask-postal-code = Qual é o CEP?
ask-street = Qual é a rua?
ask-house-number = { $street }. Que número?
ask-house-number-short = Que número?
confirm-address = { $address }. Certo?
address-again = Vamos de novo.
another-place = Retirada, ou outro endereço?
another-postal-code = Que outro CEP eu tento?
no-zone = Desculpe, não entregamos aí.
link-card = Para o que você pediu com a sua conta, vincule-a no app Alexa: mandei um cartão para lá.
link-for-the-rest = O que a sua conta guarda continua lá: vincule de novo pelo cartão que mandei ao app Alexa e me peça outra vez.
consent-card = Para usar o endereço do app Alexa, permita no cartão que mandei.
way-pickup = Para retirar em uns { $minutes } minutos.
terms = A entrega sai por { $fee }, uns { $minutes } minutos.
terms-free = A entrega é grátis, uns { $minutes } minutos.
terms-least = O pedido mínimo aí é { $least }.
below-least = O pedido mínimo aí é { $least }, e deu { $food }. O que mais vai ser?

# When
closed-until = Agora estamos fechados; abrimos { $time }.
closed-today = Estamos fechados; abrimos { $day } { $time }.
closed-holiday = Estamos fechados, hoje é { $name }; abrimos { $day } { $time }.
tomorrow = amanhã
time-past = O horário que você queria já passou.
closed-long = Desculpe, estamos fechados por enquanto.
closed-then = Desculpe, { $time } estamos fechados.
ask-at-opening = Anoto { $time }?
ask-time = Para que horas?
only-today = Desculpe, só anoto pedidos para hoje.
time-unclear = Desculpe, não entendi o horário.
sooner-than-can = Antes disso não dá; leva uns { $minutes } minutos.
soonest = O mais cedo é { $time }; deixei para essa hora.
wanted-at = Certo, { $time }.
as-soon = Certo, o quanto antes.
about-minutes = uns { $minutes } minutos

# Paying
ask-payment = Como vai pagar: { $choices }?
ask-change = Deu { $total }. Troco para quanto?
ask-change-short = Troco para quanto?
method-cash = dinheiro
method-card = cartão
method-pix = Pix
by-cash = em dinheiro
by-card = no cartão
by-pix = no Pix
pay-cash = Em dinheiro.
pay-card = No cartão.
pay-pix = No Pix.
with-change = troco para { $amount }
change-noted = { $how }.
exact-cash = em dinheiro, sem troco
no-cash = Não aceitamos dinheiro.
no-card = Não aceitamos cartão.
no-pix = Não aceitamos Pix.
with-tip = com { $tip } de gorjeta
tip-noted = Obrigada, incluí a gorjeta.
tip-none = Certo, sem gorjeta.
tip-too-much = Desculpe, essa gorjeta eu não consigo anotar.
no-tips = Obrigada, mas aqui não anoto gorjeta; pode dar na entrega.

# Whom to call, what to tell
ask-name = Em nome de quem?
ask-phone = E um telefone?
ask-if-missing = Se faltar algo, trocam, tiram ou ligam para você?
ask-note = O que eu digo à cozinha?
name-noted = Certo, em nome de { $name }.
phone-noted = { $phone }, anotado.
note-noted = Aviso a cozinha: { $note }.
too-many-notes = É o máximo de recados num pedido.
missing-swap = Se faltar algo, eles trocam.
missing-drop = Se faltar algo, eles tiram.
missing-call = Se faltar algo, eles ligam.

# Allergies
ask-keep-and-warn = Mantenho e aviso a cozinha?
ask-still-want = Quer mesmo assim?
allergy-noted = Aviso a cozinha sobre { $allergens }.
allergen-contains = { $name } contém { $allergens }.
allergen-may-contain = Na receita não, mas a cozinha usa { $allergens }.
allergen-may-too = E a cozinha usa { $allergens }.
allergen-not-stated = O cardápio não diz se { $name } tem { $allergens }.
allergens-both = { $name } contém { $contains } e pode conter { $may }.
allergens-contains = { $name } contém { $contains }.
allergens-may = { $name } pode conter { $may }.
allergens-none-stated = O cardápio não diz que alérgenos { $name } tem.
allergens-which-dish = Diga qual prato, e eu digo o que ele contém.
allergies-kept = Vou lembrar da próxima vez.
allergies-forgotten = Certo, não guardo suas alergias.
nothing-to-remember = Diga a alergia primeiro, e eu lembro.
allergen-gluten = glúten
allergen-milk = leite
allergen-egg = ovo
allergen-peanut = amendoim
allergen-tree-nut = castanhas
allergen-soy = soja
allergen-fish = peixe
allergen-shellfish = frutos do mar
allergen-sesame = gergelim
allergen-mustard = mostarda
allergen-sulphite = sulfitos

# Questions
which-dish = Diga qual prato.
menu = Temos { $categories }.
which-of-them = Qual vai ser?
and-more = mais
price = { $name } sai por { $price }.
price-from = { $name } sai a partir de { $price }.
price-by-value = { $name }: { $prices }.
price-extra = { $name } custa { $price } a mais.
price-included = { $name } não custa nada a mais.
contents = { $name }: { $about }.
comes-with = { $name } vem com { $options }.
not-stated = O cardápio não diz.
contents-unknown = O cardápio não diz o que { $name } leva.
alike = Parecido temos { $items }.
alike-none = Não temos nada parecido, desculpe.
available = Temos. { $price } Vai querer?
available-option = Temos. { $price }
choices = Temos { $names }.
none-today = Hoje não temos.
specials = Hoje tem { $names }.
special = { $name }
no-specials = Hoje não tem prato do dia.
always-open = Ficamos abertos o tempo todo.
open-until = Estamos abertos até { $closes }; pedidos até { $last }.
open-later = Agora estamos fechados; hoje abrimos { $from-to }.
delivery-from = A entrega sai a partir de { $fee }, em uns { $minutes } minutos.
payment-methods = Você paga na entrega { $methods }.
shop-address = Ficamos na { $address }.
shop-phone = Nosso telefone é { $phone }.
shop-name = Aqui é { $shop }.
wait = Uns { $minutes } minutos.
wait-delivery = A entrega leva uns { $minutes } minutos.
wait-pickup = Para retirar, uns { $minutes }.
total-open = Digo assim que tudo estiver escolhido.
total = Total

# Read-back
read-back = { $lines }, { $how }.
read-back-note = Para a cozinha: { $note }.
read-back-allergies = Aviso a cozinha sobre { $allergens }.
read-back-total = { $parts }.
to-address = { $address }
to-given-address = no endereço informado
to-usual-address = no seu endereço de sempre
for-pickup = para retirada
repriced = Os preços mudaram: agora dá { $total } no total.
changed-meanwhile = O pedido mudou. Vou ler de novo.
change-dropped = Certo, não mudei nada; o pedido enviado fica como estava.
change-too-late = Agora não dá para mudar: a cozinha já aceitou. Fica como estava.

# After
status-late = Atrasou, desculpe.
status-out = Já saiu; deve chegar até { $time }.
status-out-soon = Já saiu; deve chegar a qualquer momento.
cancel-ask-short = Cancelo?
ask-which-order = Qual pedido: { $choices }?
order-with = o que tem { $name }
ask-which-order-short = Qual pedido?
usual-last = Da última vez: { $lines }.
usual-before = Antes disso: { $lines }.
ask-usual = Igual?
usual-none = Você ainda não pediu aqui.
usual-unknown-voice = Só conto pedidos anteriores para uma voz que eu conheço.
usual-phone = Por telefone não posso contar pedidos anteriores.
ask-stale = Você tem { $lines } de antes. Continua ou começa de novo?
ask-stale-short = Continua ou começa de novo?
ask-complaint = O que houve?
complaint-sorry = Desculpe por isso.
complaint-none = Não vejo nenhum pedido seu.
complaint-told = Desculpe. Avisei a loja { $told }; { $call }.
complaint-missing = que faltou { $name }
complaint-line = sobre { $name }
complaint-order = sobre o seu pedido
complaint-call = vão ligar no seu número
complaint-call-here = vão ligar neste número
complaint-look = vão verificar
ask-person = Quer que alguém da loja ligue para você?
ask-callback-phone = Em que número podem ligar?
line-key = Para português, tecle { $key }.
automated = Você fala com um atendente automático.
nobody = Desculpe, ninguém pode atender agora. Ligue de novo mais tarde, por favor.
nobody-free = Desculpe, ninguém está livre agora.
will-call-here = A loja liga de volta para este número.
call-later = Ligue de novo mais tarde, por favor.
call-news = Esta é uma ligação automática de { $shop }. { $news }
call-message = Esta é uma mensagem automática de { $shop }, sobre o seu pedido. Ligue para a loja para saber dele.
hand-over = Só um instante, vou ver quem pode atender.
will-call = Pedi para a loja ligar para você.
draft-kept = Guardo seu pedido até lá.
ask-forget = Apago tudo o que guardamos sobre você?
forgotten = Pronto. Apaguei tudo o que guardávamos sobre você.
forgotten-later = Pronto. O que seu pedido ainda precisa, apago quando ele terminar.
kept-data = Tudo bem, não apaguei nada.

# Soletrar
spelled = { $name }: { $letters }.
spelled-number = Número { $digits }.

# Always
hold-on = Sem pressa.
welcome = De nada.
bye-draft = Guardo seu pedido para depois. Até mais.
miss-sorry = Desculpe, não entendi.
miss-send = Desculpe, sim ou não: posso mandar?
miss-again = Ainda não entendi.
miss-person = Não estou entendendo, desculpe.
silence = Ainda estou aqui.
help-choose = Diga qual você quer, ou pergunte o que tem.
help-fulfilment = Diga entrega e eu pergunto o endereço, ou retirada e você passa aqui.
help-address = Diga o CEP e o número da casa, ou diga retirada.
help-payment = Você paga quando receber. Diga como, e se for dinheiro, com quanto.
help-contact = É para a loja, caso precisem falar com você.
help-if-missing = Se acabar algo na cozinha, podem trocar, tirar ou ligar.
help-time = Diga um horário de hoje, ou diga agora.
help-yes-no = É só dizer sim ou não.
help-order = Pergunte cadê o pedido, cancele, diga o que houve com ele, ou peça outra coisa.
on-monday = na segunda
on-tuesday = na terça
on-wednesday = na quarta
on-thursday = na quinta
on-friday = na sexta
on-saturday = no sábado
on-sunday = no domingo
noon = meio-dia
midnight = meia-noite
from-day-to-day = de { $from ->
    [mon] segunda
    [tue] terça
    [wed] quarta
    [thu] quinta
    [fri] sexta
    [sat] sábado
   *[sun] domingo
  } a { $to ->
    [mon] segunda
    [tue] terça
    [wed] quarta
    [thu] quinta
    [fri] sexta
    [sat] sábado
   *[sun] domingo
  }
on-days = { $day ->
    [mon] às segundas
    [tue] às terças
    [wed] às quartas
    [thu] às quintas
    [fri] às sextas
    [sat] aos sábados
   *[sun] aos domingos
  }

# Pergunta, quando as palavras não dizem ao certo o que parecem querer
ask-meant = Você quis dizer { $what }?
ask-meant-short = Desculpe, { $what }?
meant-remove = tirar { $line }
meant-change = mudar para { $line }
meant-replace = trocar { $old } por { $new }
meant-again = mais { $line }
meant-delivery = entrega
meant-pickup = retirar no balcão
meant-cash = pagar em dinheiro
meant-card = pagar no cartão
meant-pix = pagar no Pix
no-card-numbers = Por favor, não diga números de cartão aqui; eu não anoto nem guardo. Você paga quando receber o pedido.

# Como as palavras foram lidas, para quem quer ver
explain-item = item { $what }
explain-option = opção { $what }
explain-left-off = sem
explain-extra = extra
explain-light = pouco
explain-first-half = primeira metade
explain-second-half = segunda metade
explain-kind = diz o tipo de coisa
explain-several = pode ser { $what }
explain-number = número { $what }
explain-negation = não quer
explain-negation-of = não quer: { $what }
explain-correction = corrige o que veio antes
explain-taken-back = voltou atrás
explain-verb = pede alguma coisa
explain-reference = aponta para o que já está lá
explain-half = metades
explain-joint = liga
explain-small-talk = conversa
explain-filler = hesitação ou repetição
explain-act = diz o que fazer
explain-answer = responde à pergunta
explain-question = uma pergunta
explain-detail = além dos itens
explain-unknown = não entendido
explain-unread = longo demais, não lido
explain-certain = Certo
explain-unsure = Incerto
explain-doing = fazendo: { $what }
explain-remove = tirar { $what }
explain-change = mudar { $what }
explain-replace = em vez de { $what }
explain-again = mais de { $what }
explain-last-line = a última linha
explain-line = linha { $what }
explain-every-line = todas as linhas
explain-order = O que saiu
explain-no-order = Não saiu nenhum item
explain-menu-lacks = não está no cardápio: { $what }
explain-which = qual deles: { $what }
explain-taken-for = lido como { $what }
explain-doubt-hearing = as palavras não foram bem ouvidas
explain-doubt-respelt = uma palavra foi corrigida
explain-doubt-unknown = uma palavra não está no cardápio nem na gramática
explain-doubt-off-menu = alguma coisa não está no cardápio
explain-doubt-part = as palavras são só parte de um nome
explain-doubt-several = as palavras servem para várias coisas
explain-doubt-parting = os itens poderiam ser separados de outro jeito
explain-doubt-portion = uma porção não combina com nada
explain-doubt-sharing = um número poderia ser repartido de outro jeito
explain-doubt-number = pode ser um número ou o outro
explain-doubt-target = não está claro qual item, ou como
explain-doubt-question = talvez seja uma pergunta
explain-doubt-unread = é longo demais para ser lido até o fim
explain-doubt-nothing = nada foi entendido
