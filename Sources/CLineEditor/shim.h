#include <histedit.h>

// Swift cannot call variadic functions: each use of `el_set`, `el_get` and `history` has its own.

typedef char *(*stet_prompt)(EditLine *);
typedef unsigned char (*stet_function)(EditLine *, int);

static inline void stet_set_prompt(EditLine *editor, stet_prompt prompt) {
    el_set(editor, EL_PROMPT_ESC, prompt, '\1');
}

static inline void stet_set_client(EditLine *editor, void *client) {
    el_set(editor, EL_CLIENTDATA, client);
}

static inline void *stet_client(EditLine *editor) {
    void *client = NULL;
    el_get(editor, EL_CLIENTDATA, &client);
    return client;
}

static inline void stet_set_editor(EditLine *editor, const char *name) {
    el_set(editor, EL_EDITOR, name);
}

static inline void stet_add_function(
    EditLine *editor, const char *name, const char *help, stet_function function) {
    el_set(editor, EL_ADDFN, name, help, function);
}

static inline void stet_bind(EditLine *editor, const char *key, const char *name) {
    el_set(editor, EL_BIND, key, name, NULL);
}

// While a line is typed, Ctrl-C and Ctrl-Z are keys like others, not signals.
static inline void stet_take_signal_keys(EditLine *editor) {
    el_set(editor, EL_SETTY, "-d", "-isig", NULL);
}

// Leaves the terminal to others, or takes it back.
static inline void stet_hold_terminal(EditLine *editor, int yes) {
    el_set(editor, EL_PREP_TERM, yes);
}

static inline void stet_use_history(EditLine *editor, History *past) {
    el_set(editor, EL_HIST, history, past);
}

static inline void stet_history_size(History *past, int lines) {
    HistEvent event;
    history(past, &event, H_SETSIZE, lines);
    history(past, &event, H_SETUNIQUE, 1);
}

static inline void stet_history_enter(History *past, const char *line) {
    HistEvent event;
    history(past, &event, H_ENTER, line);
}

static inline int stet_history_load(History *past, const char *file) {
    HistEvent event;
    return history(past, &event, H_LOAD, file);
}

static inline int stet_history_save(History *past, const char *file) {
    HistEvent event;
    return history(past, &event, H_SAVE, file);
}

// Swift 6 takes the C streams for shared mutable state.

static inline EditLine *stet_editor(const char *name) {
    return el_init(name, stdin, stdout, stderr);
}

static inline void stet_say(const char *text) {
    fputs(text, stdout);
    fflush(stdout);
}
