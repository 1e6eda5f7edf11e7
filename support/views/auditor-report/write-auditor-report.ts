import type { EvidenceFolder } from '../../evidence/evidence-folder.js';
import type { ViewSource } from '../view.js';
import { auditorPage } from './auditor-page.js';
import { gatherReport } from './gather/gather-report.js';
import { limits } from './gather/limits.js';

/** The page an auditor opens first. */
const auditorReportFile = 'START-HERE.html';

/** Writes `START-HERE.markup`: one file that needs no network, no script and no other file to be read. */
export async function writeAuditorReport(folder: EvidenceFolder, source: ViewSource): Promise<void> {
  await folder.writeStream(auditorReportFile, auditorPage(await gatherReport(source, limits)));
}
