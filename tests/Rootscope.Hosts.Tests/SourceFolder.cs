namespace Rootscope.Hosts.Tests;

/// <summary>
/// The folder of published tables that stands beside a developer's checkout; tests that need it skip, with the reason, where it is absent.
/// </summary>
internal static class SourceFolder
{
    private static readonly string Root =
        Environment.GetEnvironmentVariable("ROOTSCOPE_SHARED") ?? Path.GetFullPath(Path.Combine(Repository(), "..", "shared"));

    public static bool Exist => Directory.Exists(Path.Combine(Root, "data"));

    /// <summary>Copies a source file into a folder under the name that examples use.</summary>
    public static void CopyTo(string folder, string name, params string[] parts) =>
        File.Copy(Path.Combine([Root, "data", .. parts]), Path.Combine(folder, name));

    /// <summary>Lays out what the examples of help and documentation name: source tables under short names, and the samples.</summary>
    public static void CopyExamplesTo(TemporaryFolder folder)
    {
        CopyTo(folder.Root, "china_2020_153.csv", "china_io_nbs", "china_2020_153.csv");
        CopyTo(folder.Root, "wiot2011.csv", "wiod2013", "wiot2011.csv");
        CopyTo(folder.Root, "Use.csv", "us_bea_detail", "Detail_Use_2017_PRO_BeforeRedef.csv");
        CopyTo(folder.Root, "Make.csv", "us_bea_detail", "Detail_Make_2017_BeforeRedef.csv");
        CopyTo(folder.Root, "Import.csv", "us_bea_detail", "Detail_Import_2017_BeforeRedef.csv");
        Directory.CreateDirectory(folder.PathOf("samples"));
        foreach (string sample in Directory.GetFiles(Path.Combine(Repository(), "samples")))
        {
            File.Copy(sample, Path.Combine(folder.PathOf("samples"), Path.GetFileName(sample)));
        }
    }

    /// <summary>A page of docs.</summary>
    public static string PageOf(string name) => Path.Combine(Repository(), "docs", name);

    public static string Repository() => SharedData.RepositoryRoot();
}
