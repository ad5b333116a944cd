#include "mood_model.h"

extern const unsigned char mood_model_first[];
extern const unsigned char mood_model_end[];

const void *mood_model_start(void) { return mood_model_first; }

size_t mood_model_count(void) { return (size_t)(mood_model_end - mood_model_first); }
