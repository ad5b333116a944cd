// Changes with the model, so that the assembler takes the new one in.
#define MOOD_MODEL_CHECKSUM 0x36b6197c3ae85029
