#include "stretched_clock.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#define SECOND 1000000000LL
#define MOST_FILES 4096

static const struct stretched_clock *stretched;
static signed char clock_of_file[MOST_FILES];

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("STRETCHED_CLOCK");
  if (!path) return;
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) abort();
  void *memory = mmap(NULL, sizeof *stretched, PROT_READ, MAP_SHARED, file, 0);
  close(file);
  if (memory == MAP_FAILED) abort();
  stretched = memory;
}

static int64_t nanoseconds(const struct timespec *time) {
  return time->tv_sec * SECOND + time->tv_nsec;
}

static struct timespec as_timespec(int64_t nanoseconds) {
  if (nanoseconds < 0) nanoseconds = 0;
  return (struct timespec){nanoseconds / SECOND, nanoseconds % SECOND};
}

static int64_t true_time(clockid_t clock) {
  struct timespec time;
  syscall(SYS_clock_gettime, clock, &time);
  return nanoseconds(&time);
}

static int64_t jump(void) { return __atomic_load_n(&stretched->jump, __ATOMIC_RELAXED); }

// The time of day follows the clock that nobody sets.
static int64_t stretched_time(clockid_t clock) {
  int64_t spent = (true_time(CLOCK_MONOTONIC) - stretched->monotonic) * stretched->speed;
  switch (clock) {
  case CLOCK_REALTIME:
  case CLOCK_REALTIME_COARSE: return stretched->realtime + spent + jump();
  case CLOCK_BOOTTIME: return stretched->boottime + spent;
  default: return stretched->monotonic + spent;
  }
}

// How long until a stretched clock says `instant`, in true nanoseconds.
static int64_t wait_until(clockid_t clock, int64_t instant) {
  return (instant - stretched_time(clock)) / stretched->speed;
}

static int is_stretched(clockid_t clock) {
  return stretched && clock != CLOCK_PROCESS_CPUTIME_ID && clock != CLOCK_THREAD_CPUTIME_ID;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  if (!is_stretched(clock)) return (int)syscall(SYS_clock_gettime, clock, time);
  *time = as_timespec(stretched_time(clock));
  return 0;
}

int gettimeofday(struct timeval *time, void *zone) {
  if (!stretched) return (int)syscall(SYS_gettimeofday, time, zone);
  int64_t now = stretched_time(CLOCK_REALTIME);
  *time = (struct timeval){now / SECOND, now % SECOND / 1000};
  return 0;
}

time_t time(time_t *place) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (place) *place = now.tv_sec;
  return now.tv_sec;
}

int clock_nanosleep(
    clockid_t clock, int flags, const struct timespec *wanted, struct timespec *left) {
  struct timespec wait = *wanted;
  if (is_stretched(clock)) {
    int64_t span = nanoseconds(wanted);
    wait = as_timespec(
        flags & TIMER_ABSTIME ? wait_until(clock, span) : span / stretched->speed);
    flags = 0;
    clock = CLOCK_MONOTONIC;
  }
  return syscall(SYS_clock_nanosleep, clock, flags, &wait, left) == 0 ? 0 : errno;
}

int nanosleep(const struct timespec *wanted, struct timespec *left) {
  int problem = clock_nanosleep(CLOCK_MONOTONIC, 0, wanted, left);
  if (problem == 0) return 0;
  errno = problem;
  return -1;
}

int usleep(useconds_t span) {
  struct timespec wait = as_timespec(span * 1000LL);
  return nanosleep(&wait, NULL);
}

int timerfd_create(int clock, int flags) {
  int file = (int)syscall(SYS_timerfd_create, clock, flags);
  if (file >= 0 && file < MOST_FILES) clock_of_file[file] = (signed char)clock;
  return file;
}

int timerfd_settime(
    int file, int flags, const struct itimerspec *wanted, struct itimerspec *old) {
  struct itimerspec timer = *wanted;
  int64_t first = nanoseconds(&wanted->it_value);
  if (stretched && first > 0 && file >= 0 && file < MOST_FILES) {
    int64_t wait = flags & TFD_TIMER_ABSTIME ? wait_until(clock_of_file[file], first)
                                             : first / stretched->speed;
    timer.it_value = as_timespec(wait > 0 ? wait : 1);
    timer.it_interval = as_timespec(nanoseconds(&wanted->it_interval) / stretched->speed);
    flags = 0;
  }
  return (int)syscall(SYS_timerfd_settime, file, flags, &timer, old);
}

static int shorter(int milliseconds) {
  if (!stretched || milliseconds <= 0) return milliseconds;
  return (int)((milliseconds + stretched->speed - 1) / stretched->speed);
}

int epoll_wait(int file, struct epoll_event *events, int most, int wait) {
  return (int)syscall(SYS_epoll_pwait, file, events, most, shorter(wait), NULL, 8);
}

int poll(struct pollfd *files, nfds_t count, int wait) {
  wait = shorter(wait);
  struct timespec time = as_timespec(wait * 1000000LL);
  return (int)syscall(SYS_ppoll, files, count, wait < 0 ? NULL : &time, NULL, 8);
}
