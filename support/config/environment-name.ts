/** The environment a run is for. Any other word is refused by the guard. */
export type EnvironmentName = 'emulator' | 'staging' | 'production';
