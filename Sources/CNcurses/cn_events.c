#include "cn_process.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

static int signal_descriptor = -1;

int cn_block_signals(void) {
  if (signal_descriptor >= 0) return signal_descriptor;
  static const int wanted[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGINT, SIGTERM, SIGHUP, SIGQUIT};
  sigset_t set;
  sigemptyset(&set);
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) sigaddset(&set, wanted[i]);
  if (pthread_sigmask(SIG_BLOCK, &set, NULL) != 0) return -1;
  signal_descriptor = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
  return signal_descriptor;
}

int cn_next_signal(int signal_fd) {
  struct signalfd_siginfo info;
  return read(signal_fd, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

void cn_stop(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, before;
  sigset_t stop, go;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  sigemptyset(&go);
  sigaddset(&go, SIGCONT);
  sigaction(SIGTSTP, &standard, &before);
  pthread_sigmask(SIG_UNBLOCK, &stop, NULL);
  kill(0, SIGTSTP);
  pthread_sigmask(SIG_BLOCK, &stop, NULL);
  sigaction(SIGTSTP, &before, NULL);
  // The signal that let us go on is known already; it must not be reported as another one.
  struct timespec now = {0};
  while (sigtimedwait(&go, NULL, &now) > 0) {
  }
}

int cn_wake_create(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

void cn_wake_signal(int fd) {
  uint64_t one = 1;
  // A full counter means that a wake-up is pending, which is all that is wanted.
  while (write(fd, &one, sizeof one) < 0 && errno == EINTR) {
  }
}

void cn_wake_consume(int fd) {
  uint64_t count;
  while (read(fd, &count, sizeof count) < 0 && errno == EINTR) {
  }
}

int cn_wait(int tty_fd, int wake_fd, int signal_fd, int milliseconds) {
  struct pollfd wanted[] = {
      {.fd = tty_fd, .events = POLLIN},
      {.fd = wake_fd, .events = POLLIN},
      {.fd = signal_fd, .events = POLLIN},
  };
  if (poll(wanted, 3, milliseconds) <= 0) return 0;
  int result = 0;
  if (wanted[0].revents & POLLIN) result |= CN_INPUT;
  if (wanted[0].revents & (POLLHUP | POLLERR | POLLNVAL)) result |= CN_HANGUP;
  if (wanted[1].revents & POLLIN) result |= CN_WAKE;
  if (wanted[2].revents & POLLIN) result |= CN_SIGNAL;
  return result;
}

int cn_window_size(int tty_fd, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(tty_fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

void cn_write(int fd, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t done = write(fd, bytes, count);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0 && errno == EAGAIN) {
      struct pollfd full = {.fd = fd, .events = POLLOUT};
      if (poll(&full, 1, 1000) > 0) continue;
    }
    if (done <= 0) return;
    bytes += done;
    count -= (size_t)done;
  }
}

void cn_close(int fd) { close(fd); }
