/* Looks up a class and a method of the app and registers a native method of another, as JNI libraries do. */
typedef struct {
  const char *name;
  const char *signature;
  void *function;
} Method;

static void started(void) {}

const Method methods[] = {{"startNative", "()V", (void *)started}};
const char *const looked_up[] = {"org/example/natives/Events", "reachedFromNative", "(Ljava/lang/String;)V",
                                 "org/example/natives/Main"};

int JNI_OnLoad(void *vm, void *reserved) {
  return looked_up[0][0] + methods[0].name[0] + (vm == reserved);
}
