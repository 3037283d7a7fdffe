// Asks the package registry which of the packages that the lock files hold have known vulnerabilities:
//     dotnet run eng/audit.cs
// Exit code 0: none is known. 1: some are; they are named. 2: the registry did not answer, or has no such list: nothing is known.
using System.Diagnostics;
using System.Runtime.CompilerServices;

string root = Path.GetFullPath(Path.Combine(Here(), ".."));
var start = new ProcessStartInfo(
    "dotnet",
    [
        "restore",
        Path.Combine(root, "Rootscope.slnx"),
        "--locked-mode",
        "--force",
        "-nologo",
        "-v",
        "q",
        "-p:NuGetAudit=true",
        "-p:NuGetAuditMode=all",
        "-p:NuGetAuditLevel=low",
        "-p:TreatWarningsAsErrors=false",
        "-tl:off",
    ]
)
{
    RedirectStandardOutput = true,
    RedirectStandardError = true,
    WorkingDirectory = root,
};
using Process restore = Process.Start(start)!;
Task<string> errors = restore.StandardError.ReadToEndAsync();
string[] lines = [.. ((await restore.StandardOutput.ReadToEndAsync()) + await errors).Split('\n').Select(l => l.Trim()).Distinct()];
if (!restore.WaitForExit(TimeSpan.FromMinutes(10)))
{
    restore.Kill(entireProcessTree: true);
    Console.Error.WriteLine("the registry did not answer within ten minutes: nothing is known");
    return 2;
}

// NU1900: the list cannot be had; NU1905: the registry has none; NU1901 to NU1904: low, moderate, high, critical.
string[] unknown = [.. lines.Where(l => l.Contains("NU1900", StringComparison.Ordinal) || l.Contains("NU1905", StringComparison.Ordinal))];
string[] known = [.. lines.Where(l => Enumerable.Range(1901, 4).Any(n => l.Contains($"NU{n}", StringComparison.Ordinal)))];
foreach (string line in known.Concat(unknown))
{
    Console.WriteLine(line);
}

if (known.Length > 0)
{
    Console.WriteLine($"{known.Length} known vulnerabilities");
    return 1;
}

if (unknown.Length > 0 || restore.ExitCode != 0)
{
    Console.Error.WriteLine(unknown.Length > 0 ? "not audited: the registry has no answer" : string.Join('\n', lines));
    return 2;
}

Console.WriteLine("no package of the lock files has a known vulnerability");
return 0;

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
