/** What to do where the operating system refuses, by its error code. */
export const machineRefusals: ReadonlyMap<string, string> = new Map([
  ['EMFILE', 'Allow this process more open files (ulimit -n 1024), then start again.'],
  ['ENFILE', 'Too many files are open on this machine. End what holds them, then start again.'],
  ['ENOSPC', 'Free some space, or write elsewhere (--out for reports, TMPDIR for the rest), then start again.'],
  ['EDQUOT', 'Free some of your quota, or write elsewhere (--out for reports, TMPDIR for the rest), then start again.'],
  ['EFBIG', 'Allow larger files (ulimit -f unlimited), then start again.'],
  ['EROFS', 'Give --out a folder on a file system that can be written to.'],
  ['EACCES', 'Check who may read and write that place, or give --out a folder you may write to.'],
  ['EPERM', 'Check who may read and write that place, or give --out a folder you may write to.'],
  ['ENOMEM', 'Free some memory, then start again.'],
  ['EAGAIN', 'Too many processes run here, or too many for you (ulimit -u). End some, then start again.'],
  ['ERR_MODULE_NOT_FOUND', 'A file of the package is missing or cannot be opened. Install it again (npm ci).'],
  ['MODULE_NOT_FOUND', 'A file of the package is missing or cannot be opened. Install it again (npm ci).'],
]);
