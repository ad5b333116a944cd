// Changes with the model, so that the assembler takes the new one in.
#define MOOD_MODEL_CHECKSUM 0x96e58ef65752eac
