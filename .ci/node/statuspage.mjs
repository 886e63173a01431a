// Asks a site for its state as a client of Statuspage does, and prints all answers as JSON.
import { Statuspage } from "statuspage.io";

const client = new Statuspage("anything");
client.setApiUrl(process.argv[2]);
const { api } = client;
console.log(JSON.stringify({
  status: await api.getStatus(),
  summary: await api.getSummary(),
  components: await api.getComponents(),
  incidents: await api.incidents.getAll(),
  unresolved: await api.incidents.getUnresolved(),
  upcoming: await api.scheduledMaintenances.getUpcoming(),
}));
