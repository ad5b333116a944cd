#pragma once
#include <stddef.h>

// The model that ships with the program, mapped with it and never copied.
const void *mood_model_start(void);
size_t mood_model_count(void);
