//! How questions, complaints and wishes about the service are put in Brazilian Portuguese, folded.
//!
//! See [`crate::interpreter::offline::questions::frame`] for how a frame is written.

use crate::interpreter::{Act, ComplaintKind, QuestionKind};

pub(super) const FRAMES: &[(Act, &str)] = &[
    (
        Act::Ask(QuestionKind::Price),
        "quanto (e|que) (que) e|custa|sai|fica|ta|esta|custam|saem|sao|ficam|tao|estao|vale|seria|ficaria|custaria|era (por|a|o) *, \
            quanto (e) (que) (voces|voce|vc|vcs|eles) cobra|cobram (por|pela|pelo|pelos|no|na|pra) *, quanto (e) (que) * custa|custam|sai|saem|ta|esta|fica, \
            quanto custa|custam|sai|custaria (isso|ele|ela|esse|essa|este|esta|cada|um|uma|cada) (um|uma|dele|dela), quanto e cada (um|uma), quanto ta esse|essa|isso|ele|ela, \
            qual (e|seria) (o) preco|valor|custo de|do|da|dos|das|pra|desse|dessa *, qual (e|seria) (o) preco|custo (dele|dela|disso|desse|dessa|deles|delas), \
            (o) preco|precos|valor de|do|da|dos|das *, quanto *, (por) quanto sai|fica|ta|voces|vende|vendem (fazem|vendem) *, # custa|sai|ta|e|fica|sao|custam|saem (por) quanto, # quanto e|custa|sai|ta|fica, \
            (custa|sai|ta|fica) quanto *, quanto a mais *, quanto (e) (o) adicional de *, # e|ta|sai caro|cara, e caro|cara *, que preco (e|tem|ta) *, a quanto ta|esta|sai *",
    ),
    (
        Act::Ask(QuestionKind::Contents),
        "(o) que (e) (que) (que) tem|vem|vai|leva|contem|ha|tinha (dentro) (no|na|nos|nas|em|com|de|do|da|o|a|os|as|junto) *, \
            (o) que (e) (que) (que) tem|vem|vai|leva|contem (dentro) nele|nela|nisso|neles|nelas|dele|dela|junto|dentro|nesse|nessa, (o) que (e) (que) (ele|ela|isso|esse|essa) leva|contem|vem, \
            (o) que (que) (e) # leva|tem|contem|vem|inclui, # tem|vem|leva|vai (com) (o) que|oque (dentro|junto), # e|sao feita|feito|feitos|feitas (de|com) (o) que, que que|q tem|vem|vai|leva (no|na|nos|nas|em|com) *, \
            # tem|leva|contem|inclui|levam %, # vem|vai com %, ele|ela|isso|esse|essa|eles|elas|nele|nela tem|leva|vem|contem|levam (com) %, \
            tem|vai|leva|vem|contem|ha % em|no|na|nos|nas|nesse|nessa|dentro|junto|com (com|de|do|da) *, tem|vai|leva|vem|contem|ha % nele|nela|nisso|neles|nelas|junto|dentro|ai, vem|leva|contem com %, leva|contem|levam %, \
            (quais|que) (sao|e) (os|o) ingredientes (tem|vao|leva) (de|do|da|no|na|dos|das|nos|nas|a|o|desse|dessa) *, (quais|que) (sao|e) (os|o) ingredientes (dele|dela|disso), \
            do que (e) (que) e|sao (feito|feita|feitos|feitas) *, de que (e) (que) (e|sao) (feito|feita|feitos|feitas) *, (o) que (que) e|sao|seria # , que (e) isso de #, \
            como (e) (que) e|vem|fazem|sao|serve|servem|preparam (feito|feita|servida|servido|preparada|preparado) #, me fala|conta|explica (mais) (sobre|do|da|de|o|a) *, fala (mais) sobre|do|da #, descreve *, explica *, como (e) (que) # e|vem (feito|feita)",
    ),
    (
        Act::Ask(QuestionKind::Alike),
        "tem|existe|ha|teria|voces|vende (tem|vendem) (ai) (alguma|algum|algo|outra|outro|um|uma|mais) (coisa|prato|opcao|sobremesa|bebida|lanche|pizza|item) (que) (seja) (mais) (alguma|algo) parecido|parecida|parecidos|similar|semelhante|semelhantes|proximo|proxima (com|a|ao|o|de|do|da) *, \
            (voces) tem|existe|ha alguma|algo|um|uma|algum (coisa) como|tipo|igual *, \
            (algo|alguma|outra|outro|coisa|um|uma) (coisa|prato|opcao) parecido|parecida|semelhante|similar (com|a|ao|o|do|da) *, (o) que|qual|quais (e) (que) (que) (voces) (tem|e|ha|sao) (de|o|a) (mais) parecido|parecida|parecidos|semelhante|similar|proximo (com|a|ao|do|da) *, \
            (o) que (que) (mais) (se) parece (com|a) *, (o) que (e) (que) (eu) (posso|daria|da|tem|poderia|voces|pode) (tem|recomenda|pra|para) (pedir|comer|beber|ter|sugere) (no|em|ao) lugar|vez|inves do|da|de|dos *, (tem|qual|algum|um|o) (algum|um|o) substituto (pra|para|do|da|de|pro) *, tem alguma|outra alternativa|opcao a|ao|pra|pro|para *",
    ),
    (
        Act::Ask(QuestionKind::Allergens),
        "tem|vai|leva|vem|contem|ha (algum|alguma|tracos|traco) (de) @ em|no|na|nos|nas|nesse|nessa|dentro *, # e|sao livre|sem|isento|isenta (de) @, # livre|isento|isenta (de) @, # (pode) contem|tem|leva|conter (tracos|traco) (de) @, \
            # e livre de @, e livre de @, tem|leva|contem (tracos) de @, leva|contem @, # tem alergenicos|alergenico|alergeno, (quais|que) (sao|e) (os) alergenicos|alergenos (tem) (em|no|na|de|do|da|dos) *, quais (sao) (os) alergenicos|alergenos, o que tem de alergenico (em|no|na) *, \
            tem * sem|livre (de) @ *, tem * sem|livre (de) @, tem (algo|alguma|algum) (coisa|prato|opcao) sem|livre (de) @, tem sem @, (o) que|quais|qual (*) sem|livre (de) @, (o) que|quais|qual (sao) (os|as) * (nao) tem|leva|levam|contem @, (o) que (e) (que) (nao) (voces) (tem) (que) (nao) tem|leva|levam|contem @, quais|qual nao tem|levam|leva|contem @, \
            * (e|sao|esta) seguro|segura|seguros|seguras *, (o) que (e) (que) (eu|ela|ele|meu|minha|quem) (filho|filha|mulher|marido) (posso|pode) comer|pedir sou|tenho|se|porque|com|quem|com *, (eu|ela|ele|quem|meu|minha|celiaco|celiaca|um|uma|alergico) (filho|filha|e|tem|celiaco|celiaca|alergico|alergica) (alergia|alergico) posso|pode comer #, informacao|informacoes de|sobre alergenicos|alergia, algum|alguma alergenico|alergeno *",
    ),
    (
        Act::Ask(QuestionKind::Available),
        "(voces|voce|vcs|vc|ces) (ai) (ainda|hoje|tambem) tem|vendem|servem|teria|teriam|oferecem (ai|ainda|hoje|tambem|algum|alguma|uns|umas) *, voces|voce|vcs|vc|ces (ai) (ainda|hoje|tambem) vende|serve|fazem|faz (ai|ainda|hoje|tambem|algum|alguma|uns|umas) *, (voces) trabalham|trabalha com *, (ainda|hoje) tem (ai|ainda|hoje|algum|alguma) *, \
            tem|teria|tens (ai|ainda|hoje|tambem|algum|alguma) *, existe|ha (algum|alguma) *, # (ainda|hoje|ai) tem (ai|hoje|ainda), (ja) acabou|acabaram (com) (o|a|os|as) *, # (ja) acabou|acabaram, (ainda) sobrou|resta|restou|restam *, \
            # ta|esta|tao|estao (ainda) disponivel|disponiveis|faltando, # (ainda) disponivel, (ainda) ta|esta disponivel, # tem|vem|da em|na|no|de|pra *, (ele|ela|isso|esse|essa) vem|tem em|na|no|de *",
    ),
    (
        Act::Ask(QuestionKind::Choices),
        "(e) (quais|que|qual) (sao|e) (os|as|o|a) (tipos|tipo|outros|outras|outro|outra) (de) * (que) (e) (que) (voces|voce|vc|vcs|ces|eles) tem|vendem|vende|servem|fazem|existem|existe|ha|oferecem|trabalham (com) (hoje|ai|ainda|disponivel|disponiveis|agora|pra|para) (hoje|escolher), \
            quais|que|qual (sao|e) (os|as|o|a) (tipos|tipo|outros|outras) (de) * (que) tem|vem|existem|existe|ha|da|posso|podem (pra|para|do|da|de|no|na|em|pro|o|a|com) (*), \
            quais|que|qual (sao|e) (os|as|o|a) (tipos|tipo|outros|outras) (de) * (que) (eu) posso|podia|da|pode|consigo (pra|para) (pedir|escolher|por|colocar|ter) (*), \
            quais|que|qual (sao|e) (os|as|o|a) (tipos|tipo|outros|outras) (de) & (do|da|de|dos|das|pra|para|no|na|pro|disponiveis|disponivel|com) (*), \
            (o) que (e) (que) (que) (voces|vcs|voce) (tem|ha|teria|vendem|servem) (ai) de|pra|para &, (o) que (que) (voces|vcs) tem (ai) de *, (o) que (que) (voces|vcs) tem (ai) pra|para|com *, (o) que (que) (voces|vcs) tem (ai) (de) (pra|para) (beber|tomar) (de) *, \
            tem (o) que de|pra|para *, (voces) tem (quais|que|qual) & (ai|hoje), tem mais|outros|outras & (ai), de|em que|quais|qual & (que) (e) (que) (voces|vem|tem|sao|e|vende|vendem|pode) *, de|em que|quais|qual & (que) (e) (que) (tem|vem|sao|e), # (tem|vem) de|em|com que|quais|qual|quantos &, # (tem|vem) quais|que|quantos &, \
            quantos|quantas & *, quantos|quantas &, (quais|qual) (sao|e|as) (as|os|a) opcoes|opcao de|do|da|pra|para|dos *, me diz|fala|lista|conta|le (os|as) & *, me diz|fala|lista|conta|le (os|as) &, lista (os|as) &, fala (quais) (sao) (os|as) &, e de|pra|para &, e os|as|quais|que &",
    ),
    (
        Act::Ask(QuestionKind::Unstated),
        "# e|sao (muito|bem|mais|meio) vegano|vegana|veganos|veganas|vegetariano|vegetariana|vegetarianas|picante|picantes|apimentado|apimentada|ardido|ardida|doce|salgado|salgada|saudavel|caseiro|caseira|organico|organica|gorduroso|gordurosa|fresco|fresca|pesado|pesada|halal|kosher, \
            (ele|ela|isso|esse|essa|eles|elas) e|sao (muito|bem|mais|meio) vegano|vegana|veganos|veganas|vegetariano|vegetariana|vegetarianas|picante|picantes|apimentado|apimentada|ardido|ardida|doce|salgado|salgada|saudavel|caseiro|caseira|organico|organica|gorduroso|gordurosa|fresco|fresca|pesado|pesada|halal|kosher, \
            quantas|quantos fatias|fatia|pedacos|pessoas|porcoes|calorias|gramas|ml|centimetros (que) tem|vem|sao|da|serve|come|comem (em|no|na|nos|nas|com) (*), \
            quantas|quantos fatias|fatia|pedacos|pessoas|porcoes|calorias|gramas|ml|centimetros (tem|vem|sao) # (tem|vem|serve), # tem|vem|serve|alimenta|da (com|pra|para) quantas|quantos fatias|fatia|pedacos|pessoas|porcoes|calorias|gramas|ml|centimetros, \
            (ela|ele|isso|essa|esse) tem|vem|serve|alimenta|da (com|pra|para) quantas|quantos fatias|fatia|pedacos|pessoas|porcoes|calorias|gramas|ml|centimetros, \
            * e|serve|da (pra|para) quantos|quantas (pessoas), e|serve|da (pra|para) quantos|quantas (pessoas), qual (e) (o) tamanho do|da|de|dos|das *, de que tamanho (e) *, \
            que tamanho (e|tem) *, # e grande|pequena|pequeno (assim), # da|serve (pra|para) dois|duas|tres|quatro|cinco|seis (pessoas), \
            tem (alguma|algum|algo) (coisa|opcao|opcoes|prato|pizza) vegana|vegano|veganas|veganos|halal|kosher, (o) que|quais|qual (voces) (tem|sao|e) (de) (as|os|pizzas|opcoes) vegano|vegana|veganas|veganos",
    ),
    (
        Act::Ask(QuestionKind::Specials),
        "(e) (qual|quais) (que) (e|sao) (o|os) prato|pratos|almoco (feito) do|de dia|hoje (de) (hoje), (tem) (algum|o|um) prato do dia (hoje), prato do dia, (o) que (que) tem de bom|especial|diferente|gostoso|novo|novidade (ai|hoje|pra) (hoje|comer|ai), (o) que (que) tem hoje de bom|especial|diferente|gostoso, \
            (tem) (alguma|uma) promocao|promocoes|oferta|ofertas (hoje|do|ai|de) (dia|hoje), (quais|qual|que) (sao|e) (as|a) promocoes|promocao|ofertas|oferta|sugestoes|sugestao|recomendacoes|recomendacao (de|do|da|que) (hoje|dia|casa|tem), \
            (o) que (e) (que) (que) (voce|voces|vc|vcs|ce|tu) (me) (recomenda|recomendam|sugere|sugerem|indica|indicam|aconselha|recomendaria|indicaria|sugeriria) (hoje|pra|para|de|ai) (mim|hoje|comer|almoco|almocar|gente|bom), (o) que (voce|voces|vc|vcs) (me) recomenda|recomendam|sugere|sugerem|indica|indicam *, (e) (o) que recomenda|sugere|indica, \
            (tem|alguma|qual|uma|me) (da|alguma|sua|a|uma|e) (a|sua|uma) sugestao|recomendacao|dica|indicacao (de|pra|do|da|hoje) *, (tem|alguma|qual|uma|me) (da|alguma|sua|a|uma|e) (a|sua|uma) sugestao|recomendacao|dica|indicacao, me recomenda|sugere|indica (algo|alguma|um|uma) (coisa|prato) (boa|bom|gostosa|gostoso), me recomenda|sugere|indica *, voce (me) recomenda|sugere|indica (algo|alguma) (coisa), \
            qual (e) (o|a) (prato|item|coisa|pizza) (que) (mais|melhor) sai|vende|pedido|pedida|vendido|vendida (ai|hoje|de|da) (voces|casa), qual|quais (e) (o|a) (que) (e) (mais) melhor|sai|vende *, qual (e) (o|a) melhor (prato|pizza|coisa) (ai|de|da|do) (voces|casa), qual (e) (a) especialidade (da|de) (casa|voces), (o) que (e|que) (mais) sai|gostoso|vendido|pedido|vende|famoso (ai|hoje|mais), (o) que (e|ta) (mais) bom|gostoso (ai|hoje), \
            qual (e) (a) boa (de|do|hoje|pra) (hoje|dia|almoco), sugestoes|sugestao|recomendacao|recomendacoes|promocao|promocoes (do) (dia|chef|hoje), (nao) sei (o) que pedir|comer, me surpreende|surpreenda, escolhe (pra|por) mim, o que tem no almoco (hoje), qual (e) (o) almoco (de) (hoje), (quais) (sao) (os) especiais (do|de) (dia|hoje), tem (algum) especial (do|de|hoje) (dia|hoje)",
    ),
    (
        Act::Ask(QuestionKind::Hours),
        "(voces|a|o) (loja|restaurante|pizzaria) ta|tao|estao|esta|estarao (ainda|ja) aberto|abertos|aberta|abertas|fechado|fechados|fechada|funcionando|atendendo|entregando (agora|hoje|ainda|amanha|ja|no|na|ate|de) (*), \
            (ate|a|de) (que) horas|hora (e) (que) (e) (voces|vcs|voce|a|o|que|eu|da|posso|pode|ta) (loja|restaurante|cozinha|entrega|pizzaria|eu) (abre|abrem|fecha|fecham|fica|ficam|funciona|funcionam|atende|atendem|esta|estao|ta|vao|vai|pode|posso|da|entregam|entrega|pra|servem|serve|trabalham) (aberto|abertos|aberta|pedir|entregar|funcionando) (hoje|amanha|no|na|aos|ate|de|domingo|sabado) (*), \
            ate (que) hora|horas, que|qual hora|horas (voces|a|o) (loja|cozinha|restaurante) abre|abrem|fecha|fecham|comeca|comecam|para|param (de) (entregar|funcionar|atender|aberto) (hoje|amanha) (*), \
            (qual|quais) (e|sao) (o|os) (seu) horario|horarios (de) (voces|funcionamento|atendimento|entrega|abertura|fechamento|hoje|almoco) (de|hoje|voces|da|do) (voces|hoje|loja|restaurante), (voces) quando (e) (que) (voces) abre|abrem|fecha|fecham|funciona|funcionam (*), \
            voces abre|abrem|fecham|fecha|funciona|funcionam|atendem|atende (hoje|amanha|domingo|sabado|feriado|agora|de|no|na|aos|dia|segunda|ate) (*), (a|o) loja|restaurante|pizzaria abre|fecha|funciona|atende (hoje|amanha|domingo|sabado|feriado|agora|de|no|na|aos|dia|segunda|ate) (*), abre|abrem|funciona|funcionam|atendem hoje|amanha|domingo|sabado|feriado|aos|no|de|segunda|terca|quarta|quinta|sexta (*), (voces) abre|abrem|fecha|fecham|vao|vai|funciona|funcionam|atendem|entregam (ate|a|as) que|quantas (hora|horas), ate quando (voces) (atendem|ficam|funcionam|vai|vao|abertos), \
            ja abriu|abriram|fecharam, ja ta|tao aberto|abertos|fechado|fechados, ainda da (tempo) (de|pra|para) pedir, ainda (ta|tao) (dando) (pra) (entregando|atendendo|aberto|abertos), ate que horas (eu) posso|da (pra) pedir, qual (e) (o) ultimo pedido, voces fecham (hoje) (*), ta aberto|aberta, tao abertos, estao abertos",
    ),
    (
        Act::Ask(QuestionKind::Delivery),
        "voces|voce|vcs|vc|ces (tambem|nao|so) entrega|entregam|entregariam (aqui|ai|em|no|na|nos|nas|ate|pra|para|pro|hoje|agora|de|longe) *, entregam|entregariam (aqui|ai|em|no|na|nos|nas|ate|pra|para|pro|hoje|agora|de|longe) *, voces|voce|vcs|vc|ces (tambem|nao|so) entrega|entregam|entregariam aqui|ai|hoje|agora|longe, entregam|entregariam aqui|ai|hoje|agora|longe, (voces|voce|vcs|vc|ces) entregam em casa, voces|voce|vcs|vc entrega|entregam, \
            (voces|voce|vcs|vc|ces) (tambem) fazem|faz|tem|ta|tao|estao|esta (fazendo|com|servico) (de) entrega|entregas|delivery|retirada|entregando (aqui|em|no|na|pra|para|pro|ai|hoje|agora|balcao|ate) (*), (voces) fazem entrega|entregas|delivery|retirada, tem entrega|delivery|retirada, \
            quanto (e) (que) (e|custa|fica|ta|sai|voces|cobram) (cobram|cobra) (a|o|pra|para|de|por|pela|pelo) (taxa) (de) (a) entrega|frete|entregar|delivery|taxa (aqui|pra|para|em|no|na|ate|de) (*), quanto (e) (que) (e|custa|fica|ta|sai|voces|cobram) (cobram|cobra) (a|o|pra|para|de|por|pela|pelo) (taxa) (de) (a) entrega|frete|entregar|delivery|taxa, \
            qual (e) (o|a) (valor|preco|taxa|custo|area) (da|de|do) entrega|frete|delivery|taxa (aqui|pra|para|em|no|na|ate|de) (*), qual (e) (o|a) (valor|preco|taxa|custo|area) (da|de|do) entrega|frete|delivery|taxa, (a) entrega|frete|taxa (e|ta|sai|fica|custa) (por) gratis|quanto|paga|pago|cobrada|cobrado|incluida|incluso|inclusa|caro|cara, (a) entrega (e|sai) de graca, (voces) cobra|cobram (a|o|de) (taxa|pela|frete) (de|pra|a) (entrega|entregar), \
            tem (alguma) taxa|frete (de|pra) (entrega|entregar), tem (algum|um) (pedido|valor|compra) minimo|minima (pra|para|de) (*), tem (algum|um) (pedido|valor|compra) minimo|minima, (qual) (e) (o|a) (pedido|valor|compra) minimo|minima (pra|para|de|do) (entrega|entregar|pedido|delivery), ate onde (voces) (e) (que) entregam, onde (e) (que) (voces) entregam, quais (sao) (os) (bairros|regioes|lugares) (que) (voces) entregam|atendem, que bairros|regioes (voces) entregam|atendem, \
            (voces) atendem|atende em|no|na|aqui|ate *, posso|da (pra|para|eu|ir) (ir) retirar|buscar|pegar (ai|no|na|em|o) *, posso|da (pra|para|eu|ir) (ir) retirar|buscar|pegar (ai), taxa de entrega, valor da entrega, preco da entrega, frete",
    ),
    (
        Act::Ask(QuestionKind::Payment),
        "(voces|voce|vcs|vc|ces) (tambem|so|nao) aceita|aceitam|pega|pegam|recebe|recebem|trabalham|trabalha|passa|passam|tem|usam (com|o|em|no|na) $, (voces|voce|vcs|vc) (tambem|so|nao) aceita|aceitam *, \
            (eu) posso|da|pode|podemos|consigo|poderia (eu|pra|para|de) pagar (com|em|no|na|por|via|de|pelo|ai|aqui|so|na|depois|quando|metade) *, (eu) posso|da|pode|podemos|consigo|poderia (eu|pra|para|de) pagar (com|em|no|na|por|via|de|pelo|ai|aqui|so|na) (entrega|hora|porta|depois), posso|da (pra|para) usar|passar (o|a|no|meu) $, \
            como (e) (que) (e) (eu|que|posso|faco|o|a|da|se|faz) (eu) (posso|faco|o) (pra|para|pro) pagar|pago|pagamento|paga (ai|isso|o|na|a) (pedido|conta|entrega), (e) (o) pagamento (e) como, como (e|funciona) (o) pagamento, \
            (quais|que|qual) (sao|e) (as|os|a) formas|meios|metodos|forma|meio|tipos|jeitos|opcoes (de|que|pra) (pagamento|pagar) (que) (voces|e) (que) (tem|aceitam|aceita|tem|ha) (ai), (o) que (voces) (e) (que) aceitam (de|pra|como) (pagamento|pagar), $ (voces) aceita|aceitam, \
            tem pix|maquininha|maquina|cartao (de|pra|na) (cartao|debito|credito|entrega), (o) (motoboy|entregador) (leva|traz|tem|vem) (com) (a) maquininha|maquina|troco (*), quais|que cartoes (voces) (aceitam|passam), quais|que bandeiras (voces) (aceitam|passam), parcela, aceita|aceitam parcelar, \
            qual (e) (a) chave (do) pix, qual (e) (o) pix",
    ),
    (
        Act::Ask(QuestionKind::Total),
        "quanto (e) (que) deu|ficou|fica|e|foi|da|ta|esta|ficaria|seria|sai|saiu|deve (a|o|dando) (minha|meu) (tudo|isso|total|pedido|conta|compra) (ai|junto|entao|com|incluindo) (entrega|a) (entrega|ate) (agora|aqui) (no|ao) (total|todo), \
            quanto (que|e) (que) vai|ta|esta|tava (dar|ficar|dando|ser|sair|ficando) (a|o) (minha|meu) (tudo|isso|total|pedido|conta|compra) (ai|junto|entao|com) (a) (entrega|ate) (agora|aqui) (no|ao) (total|todo), quanto (que) (e) (que) (eu|nos|a|ja) (gente) (vou|tenho|ja) (de|que) (devo|pago|gastei|pagar|deve|gastar) (no|ate|ai|ao|de) (total|agora|todo), \
            quanto (e) (que) deu (tudo|ai) (*) total, (e) (qual|que) (e|foi|ficou|deu) (o|a) (meu|minha) total|valor|conta|soma (total|do|da|de|ate) (meu|tudo|pedido|total|conta|compra|agora), qual (e) (o|a) (valor|preco) total|final (do|da|de|ate) (meu|tudo|pedido|agora), (e) (o) total (ate|do|por|ficou|deu|e|da) (agora|favor|em|pedido|quanto), \
            (tudo|total|isso|ai|e|pedido) deu|ficou|da|fica|vai (dar|ficar) quanto (tudo|ate|isso|no|ao|ai) (agora|total|todo), (o) valor total (do) (pedido), deu|ficou|da|fica quanto (tudo|no|ate|isso) (agora|total|ai), (a) conta, quanto e tudo, quanto e (no) total, quanto ja deu, ta dando quanto, ta quanto (ate) (agora)",
    ),
    (
        Act::Ask(QuestionKind::Wait),
        "quanto (e) (que) tempo (mais|e|que|voces|ele|isso|a|o|mais|ate) (que|pedido|entrega|ele) (demora|leva|vai|pra|para|ate|ta|esta|seria|demoraria|fica|gasta|entregam|de) (a|o|em|demorar|levar|chegar|entregar|entrega|ficar|espera|demorando|levando|pronto|preparo|dar) (pra|para|a|o|em|pronto|mais|aqui|ate|chegar|entrega|pedido|ai) (*), \
            (isso|ele|a|o|ai) (pedido|entrega) vai demorar (muito|quanto|mais) (tempo|ai|mais|pra) (*), (isso|a|o) (entrega|pedido) demora (muito|quanto|mais) (tempo|pra|ai|em|ate) (*), quanto (que) demora (*), quanto (que) vai demorar (*), (e|isso|ai) demora|leva quanto (tempo) (pra|ate|em|ai) (*), em quanto tempo (voces) (chega|entrega|entregam|fica|sai|vem|vai) (*), \
            (qual) (e) (o|a) (media|previsao|estimativa) (de|do) tempo (de|da|medio|pra|estimado) (de|da|pra) (entrega|espera|preparo|entregar|fila), qual (e) (a|o) previsao|prazo|estimativa (de|da|pra) (entrega|chegada|chegar|entregar), (chega|entrega|vem|sai|fica) (pronto) em quanto tempo, (quantos|em|uns) quantos minutos (demora|leva|vai|chega) (*), quantos minutos, que horas fica|ficaria pronto, e demorado, quando (e) (que) fica|ficaria pronto, ta demorando quanto (tempo), tem fila, tem espera, tempo de entrega|espera, a entrega e rapida",
    ),
    (
        Act::Ask(QuestionKind::Shop),
        "onde (e) (que) fica|ficam|esta|e|ta (a|o) loja|restaurante|pizzaria|voces|lugar, onde (e) (que) fica|ficam, onde (e) (que) fica (a|o) (loja|restaurante|pizzaria|lugar), onde (e) (que) (voces|vcs) ficam|estao|tao|sao (localizados), voces ficam|sao|estao (em|a) (onde|aonde|que) (bairro|rua|lugar), de onde (e) (que) (voces) sao|vem, \
            qual (e) (o|a) (seu|teu|nosso) endereco|localizacao|rua (de|da|do|ai) (voces|loja|restaurante|pizzaria), qual (e) (o|a) (seu|teu) endereco|numero|telefone|whatsapp|zap|contato|instagram|site (de|do|da|pra) (telefone|contato|voces|loja|restaurante|pizzaria|ligar) (de|da|do) (voces|loja|restaurante), me passa|fala|da o endereco|numero|telefone|whatsapp|zap|contato (de|do|da|pra) (voces|loja|restaurante|telefone) (*), \
            (qual) (e) (o) nome (do|da|de) (restaurante|loja|pizzaria|voces|lugar), que|qual restaurante|loja|pizzaria|lugar (e) (esse|essa|este|esta|ai|voces), como (e) (que) (eu) (faco|posso|faz) (pra) chego|chegar|ligo|ligar (ai|pra|no|na|ate|para) (voces|loja|restaurante|ai), tem (um) (telefone|whatsapp|zap|site|numero) (de|pra) (contato|ligar|voces), tem telefone|whatsapp|zap|site, endereco de voces, telefone de voces",
    ),
    (
        Act::Complain(ComplaintKind::Missing),
        "(ta|esta|tava|estava|veio|chegou) faltando|falta|faltou|faltaram|faltam|faltava (vir|chegar|mandar|entregar|trazer) *, (voces|eles|voce|o|a) (ate|entregador|motoboy|loja) esqueceram|esqueceu|esquecerao (se) (de|do|da|o|a|os|as|dos|das) (mandar|enviar|trazer|colocar|por|botar|incluir) *, \
            nao veio|vieram|mandaram|trouxeram|enviaram|colocaram|recebi|recebemos|entregaram|trouxe|botaram|puseram (o|a|os|as|meu|minha|junto) *, # nao veio|vieram|estava|estavam|tava|foi|mandaram|trouxeram (junto|no|com|na|ainda) *, # nao veio|vieram|chegou|chegaram|estava|estavam|tava|foi (junto|ainda|ate) (agora), # (que) faltou|faltaram|faltando, \
            # (ta|esta|tava|estava|ficou|veio) faltando (*), * (ta|esta|tava|estava|ficou) faltando, veio sem (o|a|os|as) *, chegou sem (o|a|os|as) *, (meu|o) pedido veio|chegou sem *, (so) veio|chegou|recebi|mandaram|vieram so|apenas|somente *, so veio|chegou|recebi|mandaram|vieram *, eu (ainda) nao recebi *, (cade|onde) (esta|ta|e) # que eu pedi, # que (eu) pedi nao veio|chegou|estava, faltou, faltou (uma|um|alguma) (coisa|item|parte) *, ta faltando (uma|um|alguma) (coisa|item|parte), (esta) faltando (uma|um|alguma) (coisa|item) (no) (pedido)",
    ),
    (
        Act::Complain(ComplaintKind::Wrong),
        "(o|a|meu|minha|tudo|mas) (pedido|pizza|almoco|comida) veio|vieram|chegou|chegaram|entregaram|mandaram|trouxeram|ta|esta|foi|recebi (o|a|meu|minha|pedido|pizza|tudo|todo|toda) (pedido|pizza|tudo|coisa|todo|sabor|tamanho|item|prato) errado|errada|errados|erradas|trocado|trocada|trocados|trocadas, # (veio|vieram|chegou|ta|esta|e|foi|tava) (todo|toda) errado|errada|errados|erradas|trocado|trocada, \
            mandaram|trouxeram|veio|vieram|recebi|entregaram|chegou|enviaram|me (mandaram|trouxeram|entregaram) (o|a|os|as|um|uma) * errado|errada|errados|erradas|trocado|trocada, (isso|isto|esse|essa|ai) nao (e|foi|era) (bem) (isso|o|esse|essa|a) (isso|o) (que) (eu) (tinha) pedi|pedido (nao), nao (foi|e|era) (bem) (isso|o|esse|essa) (o) que (eu) pedi, esse nao e (o) meu pedido, esse pedido nao e meu, nao e (o) meu pedido, \
            (eu) pedi * (e|mas) (me|voces|eles) (so) (veio|vieram|mandaram|recebi|chegou|trouxeram|entregaram) *, veio|mandaram|trouxeram|entregaram|recebi|chegou (o|a) (pedido) (de) outra|outro (coisa|pizza|pedido|sabor|pessoa) (*), (voces) trocaram|erraram|confundiram (o|a|no|meu|minha|na) *, erraram (tudo), veio outra coisa, trocaram tudo, pedido errado, errado o pedido, veio errado, veio trocado, veio tudo errado, veio # em|no vez|lugar de|do|da *",
    ),
    (
        Act::Complain(ComplaintKind::Cold),
        "(o|a|meu|minha|tudo|mas) (pedido|comida|pizza|almoco) veio|chegou|ta|esta|tava|estava|vieram|chegaram (tudo|toda|todo|muito|bem|meio|completamente|ja) frio|fria|gelado|gelada|frios|frias|geladas|congelado|congelada|morno|morna, * veio|chegou|ta|esta|estava|tava|vieram|chegaram|tao|estao (tudo|toda|todo|todas|muito|meio|bem|ja|completamente) frio|fria|gelado|gelada|frios|frias|geladas|gelados|congelado|congelada|morno|morna, \
            mandaram|trouxeram|veio|recebi (tudo|a|o|comida|uma|um) (comida|pizza) frio|fria|gelada|gelado, comida fria, pizza fria, esfriou (tudo|a|o) (comida|pizza)",
    ),
    (
        Act::Complain(ComplaintKind::Late),
        "(o|a|meu|minha|mas|ainda|ate|nada) (pedido|almoco|comida|pizza|entrega|agora|entregador|motoboy) (ainda) (ate) (agora) nao|nunca|nada (me) chegou|chegaram|veio|apareceu|entregaram (ainda|ate|nada|e|aqui|nao) (agora|ja|hoje|aqui) (*), (o|a|meu|minha) (pedido|almoco|comida|pizza|entrega|jantar) (ainda) nao chegou|veio|apareceu (ainda|ate) (agora), (e|ate|ainda) (agora) nada, (nao) entregaram (ainda|nada|ate) (meu|agora) (pedido), \
            (o|a|meu|minha|isso|voces|ja|pedido) (pedido|entrega|ele|almoco|comida|pizza) (ja) ta|esta|tao|estao|ficou (muito|bem|super|meio) demorando|atrasado|atrasada|atrasados|demorado (muito|demais|pra|ja|uma|bastante|tanto) (*), ta|esta demorando (muito|demais|bastante|tanto|pra) (*), ta demorando, esta demorando, (o|a|meu|minha) (pedido|entrega|almoco|pizza) ta|esta (muito|bem|super) atrasado|atrasada, (o|a|meu) (pedido|entrega) atrasou (muito|demais|de|ja), ta atrasado|atrasada, \
            (ja) tem|faz|fazem|passou|passaram|deu|ha (mais|de|quase|umas|uns|ja) (de) (uma|meia|duas|um|1|2|mais) (de) hora|horas|minutos|tempao (e|que|ja|meia) (*), (ja) tem|faz|fazem|passou|passaram|ha (mais|de|quase|umas|uns) (de) * hora|horas|minutos (e|que|ja|meia) *, (ja) tem|faz|fazem|passou|passaram|ha (mais|de|quase|umas|uns) (de) * hora|horas|minutos (que), (eu|ainda|ja|a) (to|estou|tou|estamos|gente) (ta) (ainda|aqui) esperando (ha|faz|o|a|meu|minha|por|mais|aqui|desde|ate|ja|uma|um) *, (to|estou) (aqui|ainda) esperando, \
            que demora, quanta demora, demorou demais|muito (*), (a|essa) demora, cansei de esperar, ja era pra ter chegado, ja devia|deveria ter chegado, passou da hora (*), por que (ta|esta) (demorando|demora) (tanto|tao|muito), nunca chegou|chega, nunca veio",
    ),
    (
        Act::Complain(ComplaintKind::Other),
        "(eu) (quero|queria|preciso|gostaria|vou|tenho|posso|gostaria) (de|que|uma|fazer) (fazer|registrar|deixar|abrir|uma) (uma|que) reclamar|reclamacao|queixa|reclamacoes (do|da|de|sobre|com|no|na) *, (eu) (quero|queria|preciso|gostaria|vou|tenho|posso) (de|que|uma|fazer) (fazer|registrar|deixar|abrir|uma) (uma|que) reclamar|reclamacao|queixa|reclamacoes, \
            tem|tenho|deu|houve|teve|tive|aconteceu|to|estou (tendo) (com) (um|algum|algo|uns|o|uma) problema|problemas|probleminha|errado (com|no|na|aqui|nesse) (*), (tem|ha|deu|aconteceu|tinha) (uma|alguma|algo) (coisa) (de) errado|errada (com|no|na|ai|aqui) (*), algo|alguma (coisa) (ta|esta|deu|saiu|foi|tava) errado|errada (com|no) (*), \
            * veio|chegou|ta|esta|tava|estava|vieram|chegaram (tudo|toda|todo|todas|muito|meio|bem) queimado|queimada|cru|crua|estragado|estragada|azedo|azeda|aberto|aberta|amassado|amassada|derramado|derramada|molhado|molhada|revirado|revirada|quebrado|quebrada|vazando|salgado|salgada|horrivel|pessimo|pessima|ruim|duro|dura|murcho|murcha|vencido|vencida|destruido|destruida|baguncado|esmagado|esmagada|mofado|mofada|mole|podre, \
            (veio|chegou|ta|esta|tava) (tudo|toda|todo|muito|meio|bem) queimado|queimada|cru|crua|estragado|estragada|azedo|azeda|aberto|aberta|amassado|amassada|derramado|derramada|molhado|molhada|revirado|revirada|quebrado|quebrada|vazando|salgado|salgada|horrivel|pessimo|pessima|ruim|murcho|murcha|destruido|destruida|esmagado|podre, tem|tinha|achei|veio|encontrei (um) cabelo|bicho|mosca|inseto|plastico|barata|vidro|fio (no|na|em|dentro) (*), \
            (eu) (quero|queria|exijo|gostaria|posso|preciso) (de|pedir|um|ter) (o|um|meu) (meu) dinheiro|reembolso|estorno (de) (volta|pedido), quero meu dinheiro de volta, nao gostei (do|da|de|nada) (*), nao to|estou satisfeito|satisfeita|contente (*), (o) (motoboy|entregador) foi grosso|mal|rude (educado)",
    ),
    (
        Act::Menu,
        "(o) que (e) (que) (eu|ela|ele|a) (gente) posso|pode|poderia|da (pra) comer|pedir",
    ),
    (
        Act::Usual,
        "(o|a|os|do|meu|pedido|pedir|como|igual) (mesmo|mesma|pedido|coisa|mesmos|de) de sempre|costume, o de sempre|costume, de sempre, como sempre, o meu de sempre, (o|a) mesmo|mesma|mesmos|mesmas (coisa|pedido|coisas|prato|almoco) de|da|do|que|das sempre|ultima|ultimas|outra|vez|ontem|antes|anterior|costume|outro|a|eu|ultimo (vez|dia|vezes|ultima|pedi|pedido|peco|pedi) (da) (vez|ultima|sempre) (vez), \
            o mesmo de antes|ontem|sempre, igual (a|o|da|ao|na|ontem|do) (ultima|ultimo|sempre|ontem|outra|vez|outro) (vez|pedido|dia), igual sempre, (repete|repetir|repita|refaz|refazer|faz|fazer|manda|mandar|quero|pedir|pede) (de) (novo) (o|a|aquele|do) (meu|mesmo) ultimo|ultima pedido|compra|almoco (de) (novo), (repete|repetir|repita|refaz|refazer|faz|fazer|manda|mandar|quero|pedir|pede) (de) (novo) (o|a|aquele|do) (meu|mesmo) pedido anterior|passado|da|de ultima|ontem|outro (vez|dia), repete|repetir|repita|refaz (o) (meu) ultimo pedido, \
            (o|a|aquilo) que (eu) (sempre) peco|pedi|comi (sempre|da|na|ontem|semana) (ultima|outra|passada) (vez), (o) que pedi (da|na) ultima vez, (o) meu (pedido) usual|habitual|favorito|costumeiro|preferido, o usual, o habitual, o pedido de sempre|costume, (o) mesmo pedido, (o) (meu) ultimo pedido (de) (novo), (meu|o) (pedido) anterior, (o) mesmo que (da|eu|na) (pedi|ultima|peco|outra) (sempre|vez|da|na) (ultima) (vez), a de sempre, as de sempre, os de sempre, (o) mesmo da ultima, da ultima vez",
    ),
    (
        Act::Person,
        "(eu) (quero|queria|preciso|gostaria|posso|da|pode|tem|deixa|prefiro|quer|vou|consigo|poderia|como) (de|pra|eu|como|me|que|faco) (pra|eu) falar|conversar|fala (com) (um|uma|o|a|os) (alguem|pessoa|atendente|humano|ser|gente|gerente|funcionario|responsavel|dono|dona|moca|moco|voces|loja|restaurante|atendimento|suporte|operador|operadora|vendedor|garcom|outra|entregador|motoboy) (humano|humana|real|de|verdade|da|do|pessoa|ai|que) (loja|verdade|restaurante|casa|ai|seja) (humano), \
            (um|uma|o|a|com|por) (um|uma) atendente|humano|operador|operadora|gerente (humano|humana|real|de|favor|ai) (verdade), atendente, (uma) pessoa (de|real|por) (verdade|favor), pessoa real, pessoa de verdade, ser humano, (com) (um) ser humano, (me) (transfere|transfira|passa|passe|chama|chame|bota|coloca|coloque|conecta|encaminha|pode|poderia) (me) (transferir|passar|chamar) (pra|para|com|pro|um|uma|o|a) (um|uma|o|a) atendente|humano|pessoa|gerente|alguem|operador|atendimento|responsavel (humano|humana|real|de|ai|da) (verdade|loja), \
            quero (um|uma|ser) atendido|atendida|atendente|humano|pessoa (por) (um|uma) (pessoa|humano|atendente|alguem) (de) (verdade|real), quero um humano, quero uma pessoa (de|real) (verdade), quero um atendente, atendimento humano, atendimento (ao) cliente, falar com alguem, falar com gente, tem alguem ai, tem alguem (ai) (que|pra|com) (me|quem) (atender|eu|possa|falar|conversar) (falar|atender|conversar), tem algum atendente|humano (ai|disponivel), sac, suporte, \
            pede|pedir|pode|quero (pra|para|que) alguem (pra|me) (me) ligar|liga|ligue|liguem, me liga de volta, (sera) (que) alguem pode|poderia me ligar|telefonar (de|por) (volta|favor), quero que (alguem) me liguem|ligue, nao quero falar com (um|uma) robo|maquina, chega de robo",
    ),
    (
        Act::Forget,
        "(quero|queria|pode|poderia|gostaria|por|favor|da|eu|preciso|voce) (que|de|pra|favor|voce|voces|pode) (voce|voces) apaga|apagar|apague|apaguem|deleta|deletar|delete|deletem|exclui|excluir|exclua|excluam|remove|remover|remova|removam|elimina|eliminar|limpa|limpar|esquece|esquecer|esqueca|esquecam|some|tira|tirar (com) (todos|todas|tudo) (os|as|o|a) meus|minhas|meu|minha dados|conta|cadastro|informacoes|historico|registro|registros|perfil|endereco|telefone|nome|numero|alergia|alergias (pessoais|todos|de|salvos|salvo|e|do|da|por) (favor|voces|sistema|mim|pedidos|meus|minhas) (*), \
            me esquece|esqueca, pode me esquecer, esquece (tudo) de|sobre mim, (quero|pode) (que) (apaga|apagar|apague|deleta|deletar|delete|exclui|excluir|remove|esquece|esquecer|esqueca) tudo (que) (voce|voces) (o) (que|sabe|sabem|tem|tem|guardou|guardaram|sobre|salvou) (sobre|de|a) mim, apaga|apagar|apague|deleta|exclui|remove tudo (o|que) (voce|voces|tem|sabe|sabem) (tem|sabe|sabem) (sobre|de) mim, (quero) meus dados apagados|excluidos|deletados, apaga|exclui|encerra|cancela|deleta minha|meu conta|cadastro, nao guarda|guarde|guardem|salva|salve (os) meus dados, direito ao esquecimento, quero ser esquecido|esquecida",
    ),
];

pub(super) const LEADS: &str = "voce sabe, vc sabe, sabe, voce sabe me dizer, sabe me dizer, sabe dizer, pode me dizer, pode me falar, \
            poderia me dizer, poderia me falar, consegue me dizer, me diz, me diga, me fala, me fale, me conta, me informa, diz, fala, \
            queria saber, quero saber, gostaria de saber, eu queria saber, eu quero saber, eu gostaria de saber, preciso saber, \
            queria perguntar, deixa eu perguntar, deixa eu te perguntar, posso perguntar, posso fazer uma pergunta, uma pergunta, \
            so uma pergunta, tenho uma pergunta, uma duvida, tenho uma duvida, tira uma duvida, outra pergunta, so uma duvida, uma coisa, \
            outra coisa, so uma coisa, por curiosidade, so por curiosidade, curiosidade, e, ai, mas, tambem, e ai, entao, bom, olha, ah, oh, oi, ola, alo, opa, \
            bom dia, boa tarde, boa noite, ei, escuta, vem ca, viu, sera que, sera, por favor, por gentileza, \
            desculpa, desculpe, com licenca, licenca, antes, antes disso, primeiro, antes de pedir, antes de fechar, nossa, gente, cara, moco, moca, amigo, amiga, \
            sim, nao, ok, ta, ta bom, beleza, certo, valeu, obrigado, obrigada, perai, espera, pera, so, ja, agora, hoje, por acaso, \
            na verdade, alias, acho que, eu acho que, parece que, infelizmente, poxa, puxa, ue, so que, eh, hum, ne, alexa, confirma, confirma pra mim, \
            ve se, ve ai se, veja se, se, voce pode ver se, da uma olhada se, me lembra, oi tudo bem, tudo bem, uai, ixi, eita";

pub(super) const TAILS: &str = "por favor, por gentileza, obrigado, obrigada, hoje, agora, ai, aqui, ne, viu, hein, pra mim, mesmo, \
            entao, gente, moco, moca, por acaso, nao, ou nao, ja, ainda, no momento, pra hoje, tambem, com voces, \
            sou alergico, sou alergica, tenho alergia, voce sabe, sabe, cara, amigo, amiga, exatamente, la, de novo, \
            por curiosidade, sobrando, disponivel, no cardapio, ta, ok, pra comer, pra almocar, no almoco, de voces, uai, e, meu, junto";

pub(super) const KINDS: &[&str] = &[
    "bebida, refrigerante, refri, soda, drink, beber, tomar",
    "sobremesa, doce, docinho",
    "acompanhamento, guarnicao, porcao, entrada, petisco, aperitivo",
    "sabor, recheio",
    "tamanho",
    "adicional, extra, cobertura, complemento",
    "borda, massa",
    "prato, prato principal, refeicao, almoco, prato feito, comer",
    "embalagem",
    "combo, kit, promocional",
    "molho",
    "lanche, sanduiche",
];

pub(super) const METHODS: (&str, &str, &str) = (
    "dinheiro, especie, cedula, nota",
    "cartao, debito, credito, cartao de credito, cartao de debito, cartoes, maquininha, maquina, visa, master, mastercard, elo",
    "pix",
);

pub(super) const ALLERGIC: &str =
    "alergico, alergica, alergicos, alergia, alergias, intolerante, intolerancia, celiaco, celiaca";

/// Words for an order as a whole, which name nothing that is on the menu.
pub(super) const WHOLE: &str = "pedido, comida, almoco, jantar, refeicao, entrega, ele, ela, isso, tudo, pacote, encomenda, carrinho, compra";

/// Words that begin a question wherever they stand.
pub(super) const ASKING: &str = "quanto, quanta, quantos, quantas, quais, qual";

/// How words begin that say what is wrong.
pub(super) const COMPLAINTS: &[(ComplaintKind, &str)] = &[
    (ComplaintKind::Missing, "falt, esquec, sumiu, sem, cade"),
    (
        ComplaintKind::Wrong,
        "errad, trocad, trocaram, outro, outra, engan, diferente",
    ),
    (ComplaintKind::Cold, "fria, frio, gelad, morno, morna, congelad"),
    (
        ComplaintKind::Late,
        "atras, demor, esperando, nunca, hora, chegou",
    ),
];

/// Words for what was ordered before this order.
pub(super) const BEFORE: &str = "sempre, ultima, ultimo, anterior, antes, ontem, costume, usual, habitual, favorito, preferido, costumeiro, passado, passada, semana, outro, outra, peco";
