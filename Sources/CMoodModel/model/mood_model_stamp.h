// Changes with the model, so that the assembler takes the new one in.
#define MOOD_MODEL_CHECKSUM 0x436688c702c54a5a
