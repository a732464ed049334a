extension Words {
    static let english = Words(
        """
        Skip to the story|Sections|Breadcrumb|Home|By|and|Published|Updated|Tags|Share|E-mail|
        History and proof|Correction|Clarification|Update|Retracted|Withheld|Removed|Corrected|
        Latest stories|All stories|In other languages|Related|Follows|Corrections|Feeds|
        How to check|Nothing has been corrected so far.|More from|
        Nothing has been published so far.|By month|Authors|Topics|Page not found|
        Sent again|Restored|Correction withdrawn
        """,
        dates: DatePattern(
            "January February March April May June July August September October November December"
        )
    )

    /// The words by primary language.
    static let tables: [String: Words] = [
        "en": english, "de": german, "fr": french, "es": spanish, "it": italian,
        "pt": portuguese, "nl": dutch, "ar": arabic, "he": hebrew, "fa": persian,
        "az": azerbaijani, "ru": russian,
    ]

    private static let german = Words(
        """
        Zum Artikel|Ressorts|Pfad|Startseite|Von|und|Veröffentlicht|Aktualisiert|Themen|Teilen|
        E-Mail|Verlauf und Nachweis|Korrektur|Klarstellung|Aktualisierung|Zurückgezogen|
        Zurückgehalten|Entfernt|Korrigiert|Neueste Artikel|Alle Artikel|In anderen Sprachen|
        Verwandt|Folgt auf|Korrekturen|Feeds|So wird geprüft|Bisher wurde nichts korrigiert.|
        Mehr aus|Bisher wurde nichts veröffentlicht.|Nach Monaten|Autoren|Themen|
        Seite nicht gefunden|
        Erneut veröffentlicht|Wiederhergestellt|Korrektur zurückgenommen
        """,
        dates: DatePattern(
            "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
            afterDay: ". "
        )
    )

    private static let french = Words(
        """
        Aller à l’article|Rubriques|Fil d’Ariane|Accueil|Par|et|Publié|Mis à jour|Thèmes|Partager|
        Courriel|Historique et preuve|Correction|Précision|Mise à jour|Retiré|Suspendu|Supprimé|
        Corrigé|Derniers articles|Tous les articles|Dans d’autres langues|À lire aussi|Suite de|
        Corrections|Flux|Comment vérifier|Rien n’a été corrigé jusqu’ici.|Plus d’articles de|
        Rien n’a été publié jusqu’ici.|Par mois|Auteurs|Thèmes|Page introuvable|
        Publié à nouveau|Rétabli|Correction retirée
        """,
        dates: DatePattern(
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
        )
    )

    private static let spanish = Words(
        """
        Ir a la noticia|Secciones|Ruta|Inicio|Por|y|Publicado|Actualizado|Temas|Compartir|Correo|
        Historial y prueba|Corrección|Aclaración|Actualización|Retractado|Retenido|Eliminado|
        Corregido|Últimas noticias|Todas las noticias|En otros idiomas|Relacionado|Continúa|
        Correcciones|Canales|Cómo comprobarlo|Hasta ahora no se ha corregido nada.|Más de|
        Hasta ahora no se ha publicado nada.|Por meses|Autores|Temas|Página no encontrada|
        Publicado de nuevo|Restablecido|Corrección retirada
        """,
        dates: DatePattern(
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            afterDay: " de ",
            beforeYear: " de "
        )
    )

    private static let italian = Words(
        """
        Vai all’articolo|Sezioni|Percorso|Home|Di|e|Pubblicato|Aggiornato|Temi|Condividi|E-mail|
        Cronologia e prova|Correzione|Precisazione|Aggiornamento|Ritrattato|Sospeso|Rimosso|
        Corretto|Ultimi articoli|Tutti gli articoli|In altre lingue|Correlati|Segue|Correzioni|
        Feed|Come verificare|Finora non è stato corretto nulla.|Altro da|
        Finora non è stato pubblicato nulla.|Per mese|Autori|Temi|Pagina non trovata|
        Pubblicato di nuovo|Ripristinato|Correzione ritirata
        """,
        dates: DatePattern(
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
        )
    )

    private static let portuguese = Words(
        """
        Ir para a notícia|Seções|Caminho|Início|Por|e|Publicado|Atualizado|Temas|Partilhar|E-mail|
        Histórico e prova|Correção|Esclarecimento|Atualização|Retratado|Retido|Removido|Corrigido|
        Últimas notícias|Todas as notícias|Em outras línguas|Relacionado|Continua|Correções|Feeds|
        Como verificar|Nada foi corrigido até agora.|Mais de|Nada foi publicado até agora.|
        Por mês|Autores|Temas|Página não encontrada|
        Publicado de novo|Restabelecido|Correção retirada
        """,
        dates: DatePattern(
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
            afterDay: " de ",
            beforeYear: " de "
        )
    )

    private static let dutch = Words(
        """
        Naar het artikel|Rubrieken|Kruimelpad|Start|Door|en|Gepubliceerd|Bijgewerkt|Onderwerpen|
        Delen|E-mail|Geschiedenis en bewijs|Correctie|Verduidelijking|Update|Ingetrokken|
        Achtergehouden|Verwijderd|Gecorrigeerd|Nieuwste artikelen|Alle artikelen|In andere talen|
        Verwant|Vervolg op|Correcties|Feeds|Zo controleert u|Er is nog niets gecorrigeerd.|Meer uit|
        Er is nog niets gepubliceerd.|Per maand|Auteurs|Onderwerpen|Pagina niet gevonden|
        Opnieuw gepubliceerd|Hersteld|Correctie ingetrokken
        """,
        dates: DatePattern(
            "januari februari maart april mei juni juli augustus september oktober november december"
        )
    )

    private static let russian = Words(
        """
        К материалу|Рубрики|Путь|Главная|Автор:|и|Опубликовано|Обновлено|Темы|Поделиться|Почта|
        История и доказательство|Исправление|Уточнение|Дополнение|Отозвано|Снято на проверку|
        Удалено|Исправлено|Новые материалы|Все материалы|На других языках|По теме|Продолжение|
        Исправления|Ленты|Как проверить|Пока ничего не исправлено.|Ещё за|
        Пока ничего не опубликовано.|По месяцам|Авторы|Темы|Страница не найдена|
        Опубликовано снова|Возвращено|Исправление снято
        """,
        dates: DatePattern(
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
        )
    )

    private static let azerbaijani = Words(
        """
        Xəbərə keç|Bölmələr|Yol|Ana səhifə|Müəllif:|və|Dərc olunub|Yenilənib|Mövzular|Paylaş|E-poçt|
        Tarixçə və sübut|Düzəliş|Dəqiqləşdirmə|Yenilənmə|Geri çağırılıb|Saxlanılıb|Silinib|
        Düzəldilib|Son xəbərlər|Bütün xəbərlər|Başqa dillərdə|Əlaqəli|Davamı|Düzəlişlər|Lentlər|
        Necə yoxlamalı|Hələ heç nə düzəldilməyib.|Daha çox:|Hələ heç nə dərc olunmayıb.|Aylar üzrə|
        Müəlliflər|Mövzular|Səhifə tapılmadı|
        Yenidən dərc olunub|Bərpa olunub|Düzəliş götürülüb
        """,
        dates: DatePattern(
            "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr"
        )
    )

    private static let arabic = Words(
        """
        انتقل إلى الخبر|الأقسام|المسار|الرئيسية|بقلم|و|نُشر|حُدّث|الوسوم|مشاركة|بريد|السجل والإثبات|
        تصحيح|توضيح|تحديث|مسحوب|محجوب مؤقتًا|أُزيل|مصحَّح|أحدث الأخبار|كل الأخبار|بلغات أخرى|
        ذات صلة|تتمة لـ|التصحيحات|الخلاصات|كيف تتحقق|لم يُصحَّح شيء حتى الآن.|المزيد من|
        لم يُنشر شيء حتى الآن.|حسب الشهر|الكتّاب|المواضيع|الصفحة غير موجودة|
        نُشر مجددًا|أُعيد نشره|سُحب التصحيح
        """,
        dates: DatePattern(
            "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
            comma: "،"
        )
    )

    private static let hebrew = Words(
        """
        דילוג לכתבה|מדורים|נתיב|דף הבית|מאת|ו|פורסם|עודכן|נושאים|שיתוף|דוא״ל|היסטוריה והוכחה|
        תיקון|הבהרה|עדכון|נסוגה|מושהית|הוסרה|תוקן|כתבות אחרונות|כל הכתבות|בשפות אחרות|בנושא|
        המשך ל|תיקונים|ערוצים|איך בודקים|עד כה לא תוקן דבר.|עוד מ|עד כה לא פורסם דבר.|לפי חודש|
        כותבים|נושאים|הדף לא נמצא|
        פורסם שוב|הוחזרה|התיקון בוטל
        """,
        dates: DatePattern(
            "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
            afterDay: " ב"
        )
    )

    private static let persian = Words(
        """
        رفتن به خبر|بخش‌ها|مسیر|خانه|نوشتهٔ|و|انتشار|به‌روزرسانی|برچسب‌ها|هم‌رسانی|رایانامه|
        تاریخچه و گواه|اصلاح|توضیح|به‌روزرسانی|پس‌گرفته|متوقف|حذف‌شده|اصلاح‌شده|تازه‌ترین خبرها|
        همهٔ خبرها|به زبان‌های دیگر|مرتبط|ادامهٔ|اصلاح‌ها|خوراک‌ها|روش بررسی|
        تاکنون چیزی اصلاح نشده است.|بیشتر از|تاکنون چیزی منتشر نشده است.|بر پایهٔ ماه|نویسندگان|
        موضوع‌ها|صفحه پیدا نشد|
        انتشار دوباره|بازگردانده‌شده|اصلاح برداشته شد
        """,
        dates: DatePattern(
            "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
            comma: "،"
        )
    )
}
