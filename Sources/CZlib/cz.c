#include "cz.h"

#include <stdlib.h>
#include <zlib.h>

struct cz_stream {
  z_stream z;
};

// 15 bits of window, plus 16 for the gzip wrapper.
enum { window = 15 + 16 };

cz_stream *cz_open(void) {
  cz_stream *stream = calloc(1, sizeof *stream);
  if (stream && inflateInit2(&stream->z, window) != Z_OK) {
    free(stream);
    return NULL;
  }
  return stream;
}

cz_step cz_inflate(cz_stream *stream, const uint8_t *in, size_t in_count, uint8_t *out,
                   size_t out_count) {
  z_stream *z = &stream->z;
  z->next_in = (Bytef *)in;
  z->avail_in = (uInt)in_count;
  z->next_out = out;
  z->avail_out = (uInt)out_count;
  int result = inflate(z, Z_NO_FLUSH);
  cz_step step = {in_count - z->avail_in, out_count - z->avail_out, 0};
  if (result == Z_STREAM_END) step.status = 1;
  else if (result != Z_OK && result != Z_BUF_ERROR) step.status = -1;
  return step;
}

int cz_next_member(cz_stream *stream) { return inflateReset(&stream->z) == Z_OK; }

void cz_close(cz_stream *stream) {
  inflateEnd(&stream->z);
  free(stream);
}

size_t cz_gzip(const uint8_t *in, size_t in_count, uint8_t *out, size_t out_count) {
  z_stream z = {0};
  if (deflateInit2(&z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    return 0;
  z.next_in = (Bytef *)in;
  z.avail_in = (uInt)in_count;
  z.next_out = out;
  z.avail_out = (uInt)out_count;
  int result = deflate(&z, Z_FINISH);
  size_t produced = out_count - z.avail_out;
  deflateEnd(&z);
  return result == Z_STREAM_END ? produced : 0;
}
