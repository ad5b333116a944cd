// Changes with the model, so that the assembler takes the new one in.
#define MOOD_MODEL_CHECKSUM 0x8ee6122cf357a999
