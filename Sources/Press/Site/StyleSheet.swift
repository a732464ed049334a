/// The look of the site: one style sheet, light and dark, for narrow and wide screens and paper.
///
/// It uses logical properties only, so that right to left needs no rule of its own.
enum StyleSheet {
    static let text = colours + layout + story + lists + print

    private static let colours = """
        :root{--text:#1a1a1a;--back:#fff;--link:#0b57a4;--quiet:#595959;--note:#fff4d6;--line:#d4d4d4}
        @media(prefers-color-scheme:dark){:root{--text:#e8e8e8;--back:#121212;--link:#8ab4f8;\
        --quiet:#a8a8a8;--note:#3a2f10;--line:#3d3d3d}}

        """

    private static let layout = """
        *{box-sizing:border-box}
        html{font:1.125rem/1.6 Georgia,"Times New Roman",serif;color:var(--text);\
        background:var(--back);-webkit-text-size-adjust:100%}
        body{margin:0 auto;padding-inline:1rem;max-inline-size:44rem;overflow-wrap:break-word}
        a{color:var(--link);text-underline-offset:.15em}
        a:focus-visible,pre:focus-visible{outline:3px solid var(--link);outline-offset:2px}
        .skip{position:absolute;inset-inline-start:-99rem;padding:.5rem 1rem;background:var(--back)}
        .skip:focus{inset-inline-start:1rem}
        .masthead{border-block-end:3px double var(--text);padding-block:1rem .5rem;margin-block-end:1rem}
        .masthead p{margin:0;font-size:1.6rem;font-weight:700;line-height:1.2}
        .masthead a{color:inherit;text-decoration:none}
        .masthead a:hover{text-decoration:underline}
        nav ul,nav ol,.site ul,.tags,.share{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:0 1rem;align-items:baseline}
        nav a,.site a,.tags a,.share a{display:inline-block;min-block-size:24px;padding-block:.3rem}
        nav,.site,.label,.byline,.dates,.tags,.share,.proof{font-family:system-ui,sans-serif;font-size:.85rem;\
        color:var(--quiet)}
        .trail li+li::before{content:"/";margin-inline-end:1rem}
        .site{border-block-start:1px solid var(--line);margin-block-start:3rem;padding-block:1rem 2rem}

        """

    private static let story = """
        h1{font-size:clamp(1.8rem,6vw,2.6rem);line-height:1.15;margin-block:.3rem .8rem;text-wrap:balance}
        h2{font-size:1.35rem;line-height:1.25}h3{font-size:1.15rem}h4{font-size:1rem}
        .label{margin:0;text-transform:uppercase;letter-spacing:.06em}
        .standfirst{font-size:1.25rem;line-height:1.4;margin-block:0 1rem}
        .byline,.dates{margin-block:.2rem}
        .note{background:var(--note);border-inline-start:.3rem solid currentColor;\
        padding:.6rem 1rem;margin-block:1rem}
        .note p{margin:0}
        .body{margin-block:1.5rem}
        .body img,.lead img{max-inline-size:100%;block-size:auto}
        figure{margin:1.5rem 0}figcaption{font-size:.85rem;color:var(--quiet)}
        blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:.2rem solid var(--line)}
        pre{overflow-x:auto;padding:.8rem;border:1px solid var(--line);font-size:.8rem}
        table{border-collapse:collapse;display:block;overflow-x:auto}
        th,td{border:1px solid var(--line);padding:.3rem .6rem;text-align:start}

        """

    private static let lists = """
        .unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
        .stories{list-style:none;padding:0;margin:0}
        .stories li{border-block-end:1px solid var(--line);padding-block:1rem}
        .stories h2{margin-block:.2rem}
        .stories p{margin-block:.3rem}
        .stories h2 a{color:inherit;text-decoration:none}
        .stories h2 a:hover{text-decoration:underline}
        .rail{border-block-start:1px solid var(--line);margin-block-start:2rem}
        .rail ol{padding-inline-start:1.2rem}
        .rail li{padding-block:.2rem}

        """

    private static let print = """
        @media print{nav,.skip,.rail,.site,.tags,.share{display:none}
        body{max-inline-size:none}.body a::after{content:" (" attr(href) ")";font-size:.8em}}

        """
}
