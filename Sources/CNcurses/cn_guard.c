#include "cn_process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

// Everything that a screen may have switched on, switched off: synchronised output, paste and
// focus reports, mouse, colours, line drawing, application keys, hidden cursor, title, screen.
static const char reset_bytes[] =
    "\033[?2026l\033[?2004l\033[?1004l\033[?1006l\033[?1003l\033[?1002l\033[?1000l"
    "\033[0m\033(B\033[?1l\033>\033[?25h\033[?1049l\033[23;0t";

static const int crash_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
enum { crash_signal_count = sizeof crash_signals / sizeof *crash_signals };

static struct sigaction previous[crash_signal_count];
static struct termios saved_terminal;
static int has_saved_terminal;
static int guarded_fd = -1;
static atomic_int is_guarded;
static atomic_int has_crashed;

// Only async-signal-safe calls: it runs in the crash handler.
static void restore_terminal(void) {
  if (atomic_exchange(&is_guarded, 0) == 0) return;
  cn_write(guarded_fd, reset_bytes, sizeof reset_bytes - 1);
  if (has_saved_terminal) tcsetattr(guarded_fd, TCSANOW, &saved_terminal);
  cn_capture_replay();
}

static void on_crash(int number, siginfo_t *info, void *context) {
  (void)context;
  int error = errno;
  atomic_store(&has_crashed, 1);
  restore_terminal();
  // The Swift runtime would wait half a minute for a key if it could read one.
  int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (nothing >= 0) dup2(nothing, STDIN_FILENO);
  for (int i = 0; i < crash_signal_count; i++) sigaction(crash_signals[i], &previous[i], NULL);
  // A fault happens again when we return. A signal that was sent does not, and the handler before
  // ours may return from it, so it is sent twice: to that handler and to the system.
  if (info->si_code <= 0) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, number);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    raise(number);
    signal(number, SIG_DFL);
    raise(number);
  }
  errno = error;
}

void cn_park_if_crashed(void) {
  while (atomic_load(&has_crashed)) pause();
}

static void install_handlers(void) {
  static char stack_bytes[64 * 1024];
  stack_t stack = {.ss_sp = stack_bytes, .ss_size = sizeof stack_bytes}, current;
  if (sigaltstack(NULL, &current) == 0 && (current.ss_flags & SS_DISABLE)) {
    sigaltstack(&stack, NULL);
  }
  struct sigaction action = {.sa_sigaction = on_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < crash_signal_count; i++) {
    sigaction(crash_signals[i], &action, &previous[i]);
  }
}

void cn_guard_begin(int tty_fd) {
  static int is_registered;
  if (!is_registered) is_registered = atexit(restore_terminal) == 0;
  guarded_fd = tty_fd;
  has_saved_terminal = tcgetattr(tty_fd, &saved_terminal) == 0;
  if (atomic_exchange(&is_guarded, 1) == 0) install_handlers();
}

void cn_guard_end(void) {
  if (atomic_exchange(&is_guarded, 0) == 0) return;
  for (int i = 0; i < crash_signal_count; i++) sigaction(crash_signals[i], &previous[i], NULL);
}
