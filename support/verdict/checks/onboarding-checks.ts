import { at, inWords, isAccepted, isRefused, isSilent, items, numberMember, record, requested } from './answer.js';
import { documented, inferred, settling } from './define.js';
import { contactEdit } from './evaluators/locking.js';
import { reviewResumed, triedAgain } from './evaluators/reopening.js';
import { ifEndSeen, inReading, last, undetermined, verdictOf, type Evaluate } from './evaluate.js';
import { accepted, acceptedOrRefused, answeredWith, refused } from './evaluators/answers.js';
import { carries, linkDiffers, reads, sameRecord } from './evaluators/members.js';
import { inARow } from './in-a-row.js';
import { cardholderStatus, settledReview } from './status-words.js';

const matrix = 'docs/sandbox-testing-guide';
const concept = 'docs/cardholders-and-compliance';
const guide = 'docs/guide-onboard-a-cardholder';
const simulation = 'docs/simulation-endpoints';

/** Polling goes on through the transitional status and ends on the first settled one. */
const endsOnSettledStatus: Evaluate = ifEndSeen(({ exchanges }) => {
  const seen = exchanges.map((exchange) => numberMember(exchange, 'status')).filter((status) => status !== undefined);
  const expected = `reads that end with the first of ${settledReview.join(', ')}`;
  const final = seen.at(-1);
  if (final === undefined) return undetermined(expected, 'no status read');
  const early = seen.slice(0, -1).some((status) => settledReview.includes(status));
  const finding = verdictOf(settledReview.includes(final) && !early, expected, `statuses ${inARow(seen)}`);
  if (seen.includes(cardholderStatus.Deleted)) return inReading(finding, 'C-01', 'five', true);
  return seen.includes(cardholderStatus.Pending) ? inReading(finding, 'C-01', 'zero') : finding;
});

/**
 * The record read last shows every text the accepted edit sent, whatever the member is called on reads. Request and read
 * are compared with each other, so that their masked copies compare alike. The calling code only goes along (E-08). Which
 * members a read has beside `status` is not documented (K-05): one that is not shown at all decides nothing.
 */
const editReadsBack: Evaluate = ({ exchanges }) => {
  const [edit, read] = [exchanges[0], exchanges.at(-1)];
  const expected = 'the edited values in the record';
  if (edit === undefined || read === undefined || exchanges.length < 2) return undetermined(expected, 'no read behind');
  const [sent, shownRecord] = [requested(edit), record(read)];
  const names = Object.keys(sent ?? {}).filter((name) => name !== 'callingCode');
  if (names.length === 0 || !isAccepted(edit) || shownRecord === undefined)
    return undetermined(expected, inWords(read));
  const shown = Object.values(shownRecord ?? {});
  const lost = names.filter((name) => !shown.includes(at(sent, `/${name}`) ?? null));
  if (lost.length === 0) return verdictOf(true, expected, expected);
  const other = lost.filter((name) => namesOnReads(name).some((each) => at(shownRecord, `/${each}`) !== undefined));
  const words = (members: readonly string[]) => `not read back: ${members.join(', ')}`;
  return other.length === 0
    ? undetermined(expected, `${words(lost)}; not shown at all`)
    : verdictOf(false, expected, words(other));
};

/** What a member that was sent may be called on reads: its own name, or as a card names its holder's (E-11). */
function namesOnReads(name: string): readonly string[] {
  return [name, `cardHolder${name.slice(0, 1).toUpperCase()}${name.slice(1)}`];
}

/** The list of the cardholder's cards is empty. */
const noCardListed: Evaluate = (evidence) => {
  const exchange = last(evidence);
  const list = exchange === undefined ? undefined : items(exchange);
  if (list === undefined) return undetermined('no card listed', inWords(exchange));
  return verdictOf(list.length === 0, 'no card listed', `${String(list.length)} card(s) listed`);
};

/** The first and the last read show the same status. */
const statusUnchanged: Evaluate = ({ exchanges }) => {
  const [first, final] = [exchanges[0], exchanges.at(-1)];
  const before = first === undefined ? undefined : numberMember(first, 'status');
  const after = final === undefined ? undefined : numberMember(final, 'status');
  if (before === undefined || after === undefined) return undetermined('an unchanged status', 'no status read');
  return verdictOf(before === after, `status ${String(before)}`, `status ${String(after)}`);
};

/** The last answer is the record of no other Program. */
const nothingOfOthers: Evaluate = (evidence) => {
  const exchange = last(evidence);
  const expected = 'a refusal without a record';
  if (exchange?.response === null || exchange === undefined) return undetermined(expected, inWords(exchange));
  const leaked = at(record(exchange), '/cardholderId') !== undefined;
  if (!isAccepted(exchange) && !isRefused(exchange)) return undetermined(expected, inWords(exchange));
  return verdictOf(isRefused(exchange) && !leaked, expected, inWords(exchange));
};

/** The token call was answered by the route itself; a missing route says nothing, its path is our assumption (K-15). */
const tokenRouteAnswers: Evaluate = (evidence) => {
  const exchange = last(evidence);
  const expected = 'a yes or no from the token route';
  const missing = [404, 405, 501].includes(exchange?.response?.status ?? 0);
  if (exchange === undefined || isSilent(exchange) || missing) return undetermined(expected, inWords(exchange));
  return verdictOf(isAccepted(exchange) || isRefused(exchange), expected, inWords(exchange));
};

/** Checks on creating, submitting, editing and reviewing cardholders. */
export const onboardingChecks = {
  'cardholder-numbered': documented('A new cardholder gets a cardholderId', concept, carries('/cardholderId')),
  'draft-after-creation': documented('A new cardholder is a Draft', concept, reads('status', 4, 'Draft')),
  'first-name-bounds-enforced': documented('A cardholder has a first name of 2 to 50 characters', guide, refused),
  'hosted-link-returned': documented('Submission returns the hosted link', guide, carries('/applicationLink')),
  'under-review-after-submission': documented(
    'Submission brings the cardholder Under Review',
    guide,
    reads('status', 3, 'Under Review'),
  ),
  'submission-refused-once-approved': inferred(
    'An approved cardholder is not submitted again',
    'reference/put_cardholders-cardholderid-kyc-submit',
    refused,
  ),
  'forced-result-accepted': documented('An open review can be decided by simulation', simulation, accepted),
  'approved-after-pass': documented('A passed review ends Approved', matrix, reads('status', 1, 'Approved')),
  'issuance-possible-once-approved': documented('An approved cardholder can be issued a card', matrix, accepted),
  'declined-after-fail': documented('A failed review ends declined', matrix, reads('status', 2, 'Compliance Decline')),
  'refresh-works-after-decline': settling(
    ['C-02'],
    documented('A declined cardholder can try again', matrix, triedAgain),
  ),
  'review-resumed-after-decline': settling(
    ['C-02'],
    documented('Re-submission resumes the review', matrix, ifEndSeen(reviewResumed)),
  ),
  'approved-after-resubmission': documented('Re-submission can end Approved', matrix, reads('status', 1, 'Approved')),
  'locked-edit-conflicts': documented('An edit of a locked field is answered 409', matrix, answeredWith(409)),
  'locked-edit-changes-nothing': documented('A refused edit leaves the record as it was', matrix, sameRecord),
  'approved-edit-refused': documented('The name of an approved cardholder cannot be edited', guide, refused),
  'limit-edit-answered': inferred('The limit of an approved cardholder can be edited or not', guide, acceptedOrRefused),
  'contact-edit-answered': settling(['C-04'], inferred('A contact member is locked or not', matrix, contactEdit)),
  'polling-ends-on-settled-status': settling(
    ['C-01'],
    documented('The passing status is never final', concept, endsOnSettledStatus),
  ),
  'replacement-link-differs': documented('The replacement link is a new one', guide, linkDiffers),
  'review-continues-after-refresh': documented(
    'A new link leaves the review open',
    guide,
    reads('status', 3, 'Under Review'),
  ),
  'edit-accepted-while-editable': documented('An editable cardholder can be edited', guide, accepted),
  'edit-reads-back': documented('An accepted edit reads back', guide, editReadsBack),
  'issuance-refused-unless-approved': documented(
    'A cardholder not approved gets no card',
    'docs/guide-issue-a-virtual-card',
    refused,
  ),
  'no-card-after-refusal': documented(
    'A refused issuance leaves no card',
    'docs/guide-issue-a-virtual-card',
    noCardListed,
  ),
  'simulation-refused-outside-review': documented('A forced result needs an open review', simulation, refused),
  'simulation-refuses-unknown-result': documented('Only pass and fail can be forced', simulation, refused),
  'simulation-refuses-unknown-cardholder': documented('A forced result needs a cardholder', simulation, refused),
  'status-unchanged-by-refused-simulation': documented(
    'A refused forced result changes nothing',
    simulation,
    statusUnchanged,
  ),
  'hosted-submission-refused': documented(
    'A cardholder of the SumSub route is not submitted to the hosted review',
    'reference/put_cardholders-cardholderid-kyc-submit',
    refused,
  ),
  'token-route-answers': inferred(
    'The SumSub route takes a token',
    'reference/put_cardholders-cardholderid-kyc-submit',
    tokenRouteAnswers,
    ['K-15'],
  ),
  'foreign-cardholder-hidden': documented(
    "Another Program's cardholder cannot be read",
    'docs/api-users-tenants-and-programs',
    nothingOfOthers,
  ),
};
