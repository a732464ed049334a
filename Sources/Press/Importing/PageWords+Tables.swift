extension PageWords {
    static let english = PageWords(
        by: "By|Written by|Author|Reported by|Report by|Words by",
        days: "Today|Yesterday",
        months:
            "January February March April May June July August September October November December",
        counted: """
            share shares comment comments view views like likes read reads min mins minute minutes
            reply replies reaction reactions
            """,
        clutter: """
            Share|Print|Save|Advertisement|Advertising|Ad|Sponsored|Subscribe|Subscribe now|Copy link|
            Sign in|Log in|Sign up|Register|Menu|Search|Follow us|Follow|Listen|Listen to this article|
            Share this|Share this article|Share this story|Skip to content|Skip to main content|
            Skip to the story|Back to top|Read more|Continue reading|Advertisement - story continues below|
            Save for later|Add to favourites|Get our newsletter|Sign up for our newsletter|Leave a comment|
            Report an error|Home|Loading|Download the app
            """,
        tail: """
            Latest news|Latest stories|Latest|Most read|Most popular|Most viewed|Popular|Trending|
            Related|Related stories|Related articles|Related news|Related topics|Read also|Read next|
            See also|More from|More on|More stories|More news|You may also like|You might also like|
            Recommended|Recommended for you|Comments|Top stories|Don't miss|Up next|Other news|Newest
            """
    )

    /// The words by primary language.
    static let tables: [String: PageWords] = [
        "en": english, "de": german, "fr": french, "es": spanish, "it": italian,
        "pt": portuguese, "nl": dutch, "tr": turkish, "az": azerbaijani, "ru": russian,
        "ar": arabic, "he": hebrew, "fa": persian,
    ]

    private static let german = PageWords(
        by: "Von|Autor|Autorin|Text|Ein Bericht von",
        days: "Heute|Gestern",
        months:
            "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        counted: "mal geteilt kommentar kommentare aufrufe minuten min lesezeit",
        clutter: """
            Teilen|Drucken|Merken|Anzeige|Werbung|Abonnieren|Jetzt abonnieren|Link kopieren|Anmelden|
            Registrieren|Menü|Suche|Suchen|Folgen Sie uns|Vorlesen|Artikel teilen|Zum Inhalt springen|
            Nach oben|Weiterlesen|Mehr lesen|Newsletter bestellen|Zur Startseite|Startseite
            """,
        tail: """
            Neueste Nachrichten|Neueste Artikel|Aktuelle Nachrichten|Meistgelesen|Meist gelesen|
            Mehr zum Thema|Mehr aus|Mehr von|Lesen Sie auch|Lesen Sie mehr|Auch interessant|
            Das könnte Sie auch interessieren|Verwandte Artikel|Kommentare|Weitere Artikel|
            Weitere Nachrichten|Zum Thema
            """
    )

    private static let french = PageWords(
        by: "Par|Auteur|Propos recueillis par",
        days: "Aujourd’hui|Aujourd'hui|Hier",
        months:
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        counted: "partages partage commentaires commentaire vues lectures minutes min de lecture",
        clutter: """
            Partager|Imprimer|Enregistrer|Publicité|S’abonner|S'abonner|Copier le lien|Se connecter|
            Connexion|Menu|Rechercher|Suivez-nous|Écouter|Aller au contenu|Lire la suite|Accueil
            """,
        tail: """
            Dernières nouvelles|Derniers articles|Les plus lus|Le plus lu|À lire aussi|Lire aussi|
            Sur le même sujet|Articles similaires|Plus d’articles|Plus de|Commentaires|À ne pas manquer
            """
    )

    private static let spanish = PageWords(
        by: "Por|Autor|Autora|Texto",
        days: "Hoy|Ayer",
        months:
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        counted: "compartidos veces compartido comentarios comentario vistas lecturas minutos min",
        clutter: """
            Compartir|Imprimir|Guardar|Publicidad|Suscríbete|Suscribirse|Copiar enlace|Iniciar sesión|
            Menú|Buscar|Síguenos|Escuchar|Ir al contenido|Leer más|Inicio
            """,
        tail: """
            Últimas noticias|Lo más leído|Las más leídas|Más leídas|Relacionado|Noticias relacionadas|
            Lee también|Le puede interesar|Te puede interesar|Más de|Más noticias|Comentarios
            """
    )

    private static let italian = PageWords(
        by: "Di|A cura di|Autore",
        days: "Oggi|Ieri",
        months:
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        counted: "condivisioni commenti commento visualizzazioni minuti min lettura di",
        clutter: """
            Condividi|Stampa|Salva|Pubblicità|Abbonati|Copia link|Accedi|Menu|Cerca|Seguici|Ascolta|
            Vai al contenuto|Leggi tutto|Home
            """,
        tail: """
            Ultime notizie|I più letti|Le più lette|Leggi anche|Correlati|Articoli correlati|
            Potrebbe interessarti|Altro da|Altre notizie|Commenti
            """
    )

    private static let portuguese = PageWords(
        by: "Por|Autor|Autora|Texto",
        days: "Hoje|Ontem",
        months:
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        counted:
            "partilhas compartilhamentos comentários comentário visualizações minutos min leitura",
        clutter: """
            Partilhar|Compartilhar|Imprimir|Guardar|Salvar|Publicidade|Assine|Copiar link|Entrar|Menu|
            Pesquisar|Buscar|Siga-nos|Ouvir|Ir para o conteúdo|Leia mais|Início
            """,
        tail: """
            Últimas notícias|Mais lidas|As mais lidas|Leia também|Relacionado|Notícias relacionadas|
            Veja também|Mais de|Mais notícias|Comentários
            """
    )

    private static let dutch = PageWords(
        by: "Door|Auteur|Tekst",
        days: "Vandaag|Gisteren",
        months:
            "januari februari maart april mei juni juli augustus september oktober november december",
        counted: "keer gedeeld reacties reactie weergaven minuten min leestijd",
        clutter: """
            Delen|Printen|Afdrukken|Bewaren|Advertentie|Abonneren|Kopieer link|Inloggen|Menu|Zoeken|
            Volg ons|Luister|Naar de inhoud|Lees meer|Lees verder|Start
            """,
        tail: """
            Laatste nieuws|Nieuwste artikelen|Meest gelezen|Lees ook|Gerelateerd|Gerelateerde artikelen|
            Meer uit|Meer over|Meer nieuws|Reacties
            """
    )

    private static let turkish = PageWords(
        by: "Haber:|Yazan:|Yazar:|Yazı:",
        days: "Bugün|Dün",
        months: "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
        counted: "paylaşım yorum görüntülenme okunma dakika dk beğeni",
        clutter: """
            Paylaş|Yazdır|Kaydet|Reklam|Abone ol|Bağlantıyı kopyala|Giriş yap|Üye ol|Menü|Ara|
            Bizi takip edin|Dinle|Devamını oku|Ana sayfa|Anasayfa
            """,
        tail: """
            Son haberler|Son dakika|En çok okunanlar|En çok okunan|İlgili haberler|Benzer haberler|
            Bunlar da ilginizi çekebilir|Diğer haberler|Yorumlar
            """
    )

    private static let azerbaijani = PageWords(
        by: "Müəllif|Yazan:|Hazırladı|Mətn:",
        days: "Bu gün|Bugün|Dünən",
        months: "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
        counted: "paylaşım şərh baxış oxunma dəqiqə bəyənmə dəfə oxunub",
        clutter: """
            Paylaş|Çap et|Yadda saxla|Reklam|Abunə ol|Abunə olun|Linki kopyala|Daxil ol|Qeydiyyat|Menyu|
            Axtar|Axtarış|Bizi izləyin|Dinlə|Ardını oxu|Davamını oxu|Ətraflı|Ana səhifə
            """,
        tail: """
            Son xəbərlər|Ən çox oxunan|Ən çox oxunanlar|Əlaqəli|Əlaqəli xəbərlər|Oxşar xəbərlər|
            Digər xəbərlər|Həmçinin oxuyun|Bunu da oxuyun|Xəbər lenti|Daha çox|Şərhlər
            """
    )

    private static let russian = PageWords(
        by: "Автор|Авторы|Текст|Подготовила|Подготовил",
        days: "Сегодня|Вчера",
        months: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        counted: """
            репост репоста репостов комментарий комментария комментариев просмотр просмотра просмотров
            минута минуты минут мин чтения лайк лайка лайков поделились
            """,
        clutter: """
            Поделиться|Распечатать|Печать|Сохранить|Реклама|Подписаться|Подпишитесь|Скопировать ссылку|
            Войти|Регистрация|Меню|Поиск|Следите за нами|Слушать|Читать далее|Читать полностью|Главная
            """,
        tail: """
            Последние новости|Новости|Лента новостей|Самое читаемое|Популярное|Читайте также|
            Читайте ещё|По теме|Материалы по теме|Ещё по теме|Другие новости|Вам может понравиться|
            Комментарии|Обсуждение
            """
    )

    private static let arabic = PageWords(
        by: "بقلم|كتب|كتبت|إعداد|تقرير",
        days: "اليوم|أمس",
        months: "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        counted: "مشاركة مشاركات تعليق تعليقات تعليقًا مشاهدة مشاهدات دقيقة دقائق قراءة إعجاب",
        clutter: """
            مشاركة|شارك|طباعة|اطبع|حفظ|إعلان|اشترك|اشترك الآن|نسخ الرابط|تسجيل الدخول|القائمة|بحث|
            تابعنا|استمع|اقرأ المزيد|الرئيسية
            """,
        tail: """
            آخر الأخبار|أحدث الأخبار|الأكثر قراءة|اقرأ أيضا|اقرأ أيضًا|ذات صلة|أخبار ذات صلة|
            مواضيع ذات صلة|المزيد من|التعليقات|قد يعجبك أيضا
            """
    )

    private static let hebrew = PageWords(
        by: "מאת",
        days: "היום|אתמול",
        months:
            "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
        counted: "שיתופים תגובות תגובה צפיות דקות קריאה",
        clutter: "שתף|שיתוף|הדפסה|שמירה|פרסומת|הירשמו|העתקת קישור|התחברות|תפריט|חיפוש|דף הבית",
        tail: "חדשות אחרונות|כתבות אחרונות|הנקראות ביותר|כתבות נוספות|עוד בנושא|עוד מ|תגובות"
    )

    private static let persian = PageWords(
        by: "نوشتهٔ|نویسنده|به قلم",
        days: "امروز|دیروز",
        months: "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
        counted: "اشتراک نظر دیدگاه بازدید دقیقه پسند",
        clutter: "هم‌رسانی|اشتراک‌گذاری|چاپ|ذخیره|آگهی|تبلیغات|اشتراک|ورود|فهرست|جستجو|خانه",
        tail: "تازه‌ترین خبرها|آخرین اخبار|پربازدیدترین|مرتبط|مطالب مرتبط|بیشتر از|دیدگاه‌ها"
    )
}
