/** Common name of every emulator's authority. Whoever shows it is an emulator, wherever it runs. */
export const emulatorAuthority = 'Axys Emulator Authority';
