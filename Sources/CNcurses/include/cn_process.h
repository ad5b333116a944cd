// What the screen needs from the process around it: signals as descriptors, wake-ups, a crash that
// leaves a usable terminal, and standard error kept off the screen.
#pragma once

#include <stddef.h>
#include <stdint.h>

// Blocks the signals a screen cares about in this thread, and so in all threads started later.
// Returns a descriptor that reports them; the same one when called again; -1 on failure.
int cn_block_signals(void);

// The next reported signal number, 0 when there is none.
int cn_next_signal(int signal_fd);

// Stops the process group as the terminal's stop key does; returns after SIGCONT, or at once where
// no shell waits that could continue it.
void cn_stop(void);

int cn_wake_create(void);
void cn_wake_signal(int fd);
void cn_wake_consume(int fd);
void cn_close(int fd);

enum {
  CN_INPUT = 1,
  CN_WAKE = 2,
  CN_SIGNAL = 4,
  CN_HANGUP = 8,
};

// Sleeps until one of the descriptors has something (negative ones are left out) or the time in
// milliseconds is over (negative: no limit). Returns a set of the bits above.
int cn_wait(int tty_fd, int wake_fd, int signal_fd, int milliseconds);

// The size the terminal reports. 0, or -1 when it reports none.
int cn_window_size(int tty_fd, int *columns, int *rows);

// Writes all bytes to the terminal, past the buffers of stdio and ncurses.
void cn_write(int fd, const char *bytes, size_t count);

// From here on a crash or an exit without cn_guard_end puts the terminal back. Call it before the
// screen starts: it remembers the terminal's settings.
void cn_guard_begin(int tty_fd);
void cn_guard_end(void);

// Never returns once another thread has crashed: the screen's thread must neither draw over what
// the crash prints nor end the program before it is printed.
void cn_park_if_crashed(void);

// Sends standard error to the file (appended to; mode 0600) or, without one, to memory, unless it
// is not a terminal anyway. At the end what was kept in memory is shown, its last part at least.
void cn_capture_begin(const char *path);
void cn_capture_end(void);
// Shows what was captured; only async-signal-safe calls.
void cn_capture_replay(void);
