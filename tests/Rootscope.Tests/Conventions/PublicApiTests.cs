using System.Reflection;
using PublicApiGenerator;

namespace Rootscope.Tests.Conventions;

/// <summary>What is public in the library, in Storage and in Answers is what was approved: a change of it is seen, and meant.</summary>
public class PublicApiTests
{
    /// <summary>Set to 1, the tests write what they find as approved.</summary>
    private const string Switch = "ROOTSCOPE_APPROVE";

    private static readonly ApiGeneratorOptions Options = new()
    {
        // The version and the friends of an assembly are no part of what a caller can use.
        IncludeAssemblyAttributes = false,
    };

    private static Assembly[] Assemblies => [Repository.Library, Repository.Storage, Repository.Answers];

    public static TheoryData<string> Names => [.. Assemblies.Select(a => a.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_public_is_what_was_approved(string name)
    {
        Assembly assembly = Assemblies.Single(a => a.GetName().Name == name);
        string found = assembly.GeneratePublicApi(Options).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        string approvedFile = Path.Combine(Repository.Root, "tests", "Rootscope.Tests", "Conventions", $"{name}.approved.txt");
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            File.WriteAllText(approvedFile, found);
            return;
        }

        string approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile) : string.Empty;
        if (found == approved)
        {
            return;
        }

        string received = Path.Combine(Repository.Root, "artifacts", $"{name}.received.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, found);
        string[] before = approved.Split('\n');
        string[] now = found.Split('\n');
        Assert.Fail(
            $"What is public in {name} has changed. If that is meant, approve it: {Switch}=1 dotnet run eng/test.cs -- PublicApi, and "
                + $"commit {name}.approved.txt. "
                + $"The whole listing is in artifacts/{name}.received.txt.{Environment.NewLine}"
                + string.Join(
                    Environment.NewLine,
                    before
                        .Except(now, StringComparer.Ordinal)
                        .Select(l => $"  gone: {l.Trim()}")
                        .Concat(now.Except(before, StringComparer.Ordinal).Select(l => $"  new:  {l.Trim()}"))
                )
        );
    }
}
