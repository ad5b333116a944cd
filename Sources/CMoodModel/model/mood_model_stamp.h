// Changes with the model, so that the assembler takes the new one in.
#define MOOD_MODEL_CHECKSUM 0xf1cc65369a4851b8
