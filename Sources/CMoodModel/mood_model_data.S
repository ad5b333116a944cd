#include "mood_model_stamp.h"

#ifdef __APPLE__
#define SYMBOL(name) _##name
  .section __TEXT,__const
#else
#define SYMBOL(name) name
  .section .rodata
#endif
  .globl SYMBOL(mood_model_first)
  .globl SYMBOL(mood_model_end)
  .balign 64
SYMBOL(mood_model_first):
  .incbin "mood.model"
SYMBOL(mood_model_end):
  .byte 0
#if defined(__linux__) && defined(__ELF__)
  .section .note.GNU-stack,"",@progbits
#endif
