#pragma once
#include <stddef.h>
#include <stdint.h>

// Inflates gzip data; zlib's own initialiser is a macro and its state must not move in memory.
typedef struct cz_stream cz_stream;

typedef struct {
  size_t consumed;
  size_t produced;
  int status;  // 0: go on; 1: end of a member; -1: damaged data or out of memory
} cz_step;

cz_stream *cz_open(void);
cz_step cz_inflate(cz_stream *stream, const uint8_t *in, size_t in_count, uint8_t *out,
                   size_t out_count);
int cz_next_member(cz_stream *stream);
void cz_close(cz_stream *stream);

// Makes gzip data, for tests and exports; returns the count written or 0 when it does not fit.
size_t cz_gzip(const uint8_t *in, size_t in_count, uint8_t *out, size_t out_count);
