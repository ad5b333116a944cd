// Changes with the model, so that the assembler takes the new one in.
#define MOOD_MODEL_CHECKSUM 0xf41ff96d94d8ca11
