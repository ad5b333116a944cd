#include "cn_process.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

enum { shown_bytes = 16 * 1024 };

static int original_fd = -1;
static int capture_fd = -1;
static int is_file;
static off_t first_byte;

void cn_capture_begin(const char *path) {
  if (capture_fd >= 0 || !isatty(STDERR_FILENO)) return;
  capture_fd = -1;
  is_file = path != NULL;
  if (is_file) capture_fd = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (capture_fd < 0) {
    is_file = 0;
    capture_fd = memfd_create("stderr", MFD_CLOEXEC);
  }
  if (capture_fd < 0) return;
  first_byte = lseek(capture_fd, 0, SEEK_END);
  original_fd = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  dup2(capture_fd, STDERR_FILENO);
}

void cn_capture_replay(void) {
  if (capture_fd < 0 || original_fd < 0) return;
  dup2(original_fd, STDERR_FILENO);
  off_t end = lseek(capture_fd, 0, SEEK_END);
  off_t place = end - first_byte > shown_bytes ? end - shown_bytes : first_byte;
  char part[1024];
  ssize_t count;
  while (place < end && (count = pread(capture_fd, part, sizeof part, place)) > 0) {
    cn_write(original_fd, part, (size_t)count);
    place += count;
  }
  first_byte = end;
}

void cn_capture_end(void) {
  if (capture_fd < 0) return;
  if (is_file) {
    dup2(original_fd, STDERR_FILENO);
  } else {
    cn_capture_replay();
  }
  close(original_fd);
  close(capture_fd);
  original_fd = capture_fd = -1;
}
