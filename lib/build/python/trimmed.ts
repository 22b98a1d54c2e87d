/**
 * What of Python's standard library does not travel: servers, mail, windows, debuggers, rare encodings. Lessons compute.
 * `subprocess` must stay: Pyodide imports it when it starts. A module left out fails with an ordinary ImportError.
 */
const packages = [
  '_pyrepl',
  'ctypes',
  'multiprocessing',
  'sqlite3',
  'wsgiref',
  'xml',
  'xmlrpc',
  'pydoc_data',
  'ensurepip',
  'idlelib',
  'tkinter',
  'turtledemo',
  'venv',
  'curses',
  'dbm',
  'lib2to3',
  '__phello__',
  'email',
  'zoneinfo',
];

const modules = [
  '__hello__',
  'antigravity',
  'bdb',
  'doctest',
  'ftplib',
  'getpass',
  'imaplib',
  'mailbox',
  'modulefinder',
  'netrc',
  'nturl2path',
  'optparse',
  'pdb',
  'pickletools',
  'plistlib',
  'poplib',
  'profile',
  'pstats',
  'cProfile',
  'pty',
  'pyclbr',
  'pydoc',
  'rlcompleter',
  'shelve',
  'smtplib',
  'socketserver',
  'tabnanny',
  'this',
  'trace',
  'tty',
  'wave',
  'webbrowser',
  'zipapp',
  '_pyio',
  '_pydatetime',
  '_pydecimal',
  'compileall',
  'filecmp',
  'quopri',
  'code',
  'tarfile',
  'mimetypes',
  'symtable',
  'cmd',
  'py_compile',
  'fileinput',
  'runpy',
  'pkgutil',
  'sched',
  '_sysconfigdata__emscripten_wasm32-emscripten',
  'stringprep',
  'getopt',
];

const encodings = new Set([
  '__init__',
  'aliases',
  'ascii',
  'base64_codec',
  'charmap',
  'cp1252',
  'cp437',
  'gb18030',
  'gbk',
  'hex_codec',
  'idna',
  'iso8859_1',
  'latin_1',
  'mbcs',
  'punycode',
  'raw_unicode_escape',
  'rot_13',
  'undefined',
  'unicode_escape',
  'utf_16',
  'utf_16_be',
  'utf_16_le',
  'utf_32',
  'utf_32_be',
  'utf_32_le',
  'utf_7',
  'utf_8',
  'utf_8_sig',
  'zlib_codec',
]);

/** Parts of packages that stay. */
const parts =
  /^(unittest\/(mock|async_case)\.py|logging\/(config|handlers)\.py|urllib\/(request|robotparser|response)\.py|importlib\/resources\/|concurrent\/(futures\/(process|interpreter)\.py|interpreters\/)|asyncio\/(windows_|proactor|__main__|tools)|pathlib\/types|pyodide\/(http|console)|zipfile\/__main__)/;

const gone = new Set([...packages, ...modules.map((name) => `${name}.py`)]);

/** Whether a file of `python_stdlib.zip` is kept. */
export function keepsStdlibFile(name: string): boolean {
  const [root = '', ...rest] = name.split('/');
  if (gone.has(root)) return false;
  if (root === 'encodings') return encodings.has((rest[0] ?? '').replace(/\.py$/, ''));
  if (root === 'http') return name === 'http/__init__.py';
  return !parts.test(name);
}
