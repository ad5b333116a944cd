#ifndef STRETCHED_CLOCK_H
#define STRETCHED_CLOCK_H

#include <stdint.h>

// A library to preload into a program under test, so that its clocks run faster and jump.
// The file that STRETCHED_CLOCK names is mapped and holds this; without it nothing changes.
struct stretched_clock {
  // How many seconds pass for the program in one of ours, 1 or more.
  int64_t speed;
  // What the three clocks said when the file was made, in nanoseconds.
  int64_t realtime;
  int64_t monotonic;
  int64_t boottime;
  // How far the time of day has jumped, in nanoseconds; may change while programs run.
  int64_t jump;
};

#endif
