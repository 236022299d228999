// A provider for promptfoo that asks the stub server; its address is in AMTSPROBE_WILD_STUB.
export default class StubProvider {
  id() {
    return "stub";
  }

  async callApi(prompt) {
    const response = await fetch(`${process.env.AMTSPROBE_WILD_STUB}/answer`, {
      method: "POST",
      body: JSON.stringify({ prompt }),
    });
    return await response.json();
  }
}
