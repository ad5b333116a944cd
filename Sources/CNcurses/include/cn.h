// The doorway to libncursesw: wide characters, functions instead of macros, globals as calls,
// because Swift may not touch a C global that can change.
#pragma once

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <ncurses.h>
#include <stdint.h>

static inline WINDOW *cn_stdscr(void) { return stdscr; }
static inline WINDOW *cn_curscr(void) { return curscr; }
static inline int cn_colors(void) { return COLORS; }
static inline int cn_color_pairs(void) { return COLOR_PAIRS; }
static inline int cn_lines(void) { return LINES; }
static inline int cn_columns(void) { return COLS; }

static inline uint32_t cn_attr_bold(void) { return A_BOLD; }
static inline uint32_t cn_attr_dim(void) { return A_DIM; }
static inline uint32_t cn_attr_reverse(void) { return A_REVERSE; }
static inline uint32_t cn_attr_underline(void) { return A_UNDERLINE; }
static inline uint32_t cn_attr_italic(void) { return A_ITALIC; }

// Fills a cell. The fields are set directly because setcchar cuts at a second spacing scalar and
// COLOR_PAIR holds eight bits only.
void cn_cell(cchar_t *cell, uint32_t base, const uint32_t marks[4], uint32_t attributes, int pair);

// The cells the C library gives a scalar; -1 when it does not know it.
int cn_width(uint32_t scalar);

// Makes the character set UTF-8, falling back to C.UTF-8. 0, or -1 when there is none.
int cn_use_utf8(void);

// Starts the screen on standard output and input. NULL when TERM has no description here; its name
// may be NULL for the one in the environment.
SCREEN *cn_start(const char *term);

// 1 when a description of the terminal exists and can place the cursor, 0 when it cannot,
// -1 when there is none.
int cn_can_address_cursor(const char *term);
